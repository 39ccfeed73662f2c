import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig, Pool } from 'pg';
import { DoorbellListeners } from './doorbell.js';
import { ListenConnection } from './listen-connection.js';
import { LogSweep } from './log-sweep.js';

const CHANNEL = 'firstlight_log';
/** A message is a commit of its own, but nothing durable: it need not wait for the disk. */
const NOTIFY = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', $1)`;
/** Postgres takes 7,999 bytes. */
const MAX_PAYLOAD_BYTES = 7_900;
/** After one message others wait this long, so that a burst of appends costs few. */
const NOTIFY_INTERVAL_MS = 5;

/** What one process tells the others; without `streams` any may have grown. */
interface Notice {
  readonly from: string;
  readonly streams?: readonly string[];
}

/**
 * Tells other processes which streams grew, and hears it from them. NOTIFY goes out after the commit, one for all that
 * grew meanwhile, so that commits never wait for it; what NOTIFY loses, the sweep finds.
 */
export class PostgresDoorbell {
  readonly listeners = new DoorbellListeners();
  private readonly self = randomUUID();
  private readonly ears: ListenConnection;
  private readonly sweep: LogSweep;
  private grown = new Set<string>();
  private notifying: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool,
    connection: ClientConfig,
    private readonly onError: (error: unknown) => void,
  ) {
    const ring = (streamIds: ReadonlySet<string> | undefined): void => {
      this.listeners.ring(streamIds);
    };
    this.ears = new ListenConnection(connection, CHANNEL, {
      onNotice: (payload) => {
        this.hear(payload);
      },
      onReconnect: () => {
        ring(undefined);
      },
      onError,
    });
    this.sweep = new LogSweep(pool, ring, onError);
  }

  /** Resolves when this process hears the others. */
  async start(): Promise<void> {
    await this.ears.open();
    await this.sweep.start();
  }

  /** Rings in this process now, in the others with the next NOTIFY. */
  announce(streamIds: ReadonlySet<string>): void {
    this.listeners.ring(streamIds);
    for (const streamId of streamIds) this.grown.add(streamId);
    this.notifying ??= this.notifyOthers();
  }

  async close(): Promise<void> {
    await this.notifying;
    await this.sweep.close();
    await this.ears.close();
  }

  private async notifyOthers(): Promise<void> {
    while (this.grown.size > 0) {
      const payload = payloadOf(this.self, [...this.grown]);
      this.grown = new Set();
      try {
        await this.pool.query({ name: 'doorbell', text: NOTIFY, values: [payload] });
      } catch (error) {
        // The others' sweep finds these streams.
        this.onError(error);
      }
      await sleep(NOTIFY_INTERVAL_MS);
    }
    this.notifying = undefined;
  }

  private hear(payload: string): void {
    const notice = parse(payload);
    if (notice.from === this.self) return;
    this.listeners.ring(notice.streams && new Set(notice.streams));
  }
}

function payloadOf(from: string, streams: readonly string[]): string {
  const payload = JSON.stringify({ from, streams } satisfies Notice);
  return Buffer.byteLength(payload) <= MAX_PAYLOAD_BYTES ? payload : JSON.stringify({ from } satisfies Notice);
}

/** Whatever else was said on the channel: somebody says that something grew. */
function parse(payload: string): Partial<Notice> {
  try {
    return JSON.parse(payload) as Notice;
  } catch {
    return {};
  }
}
