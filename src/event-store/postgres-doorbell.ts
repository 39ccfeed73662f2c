import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig, Pool } from 'pg';
import type { Doorbell, Notice } from './event-store.port.js';
import { ListenConnection } from './listen-connection.js';
import { Listeners } from './listeners.js';
import { LogSweep } from './log-sweep.js';

const CHANNEL = 'firstlight_log';
/** A message is a commit of its own, but nothing durable: it need not wait for the disk. */
const NOTIFY = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', $1)`;
/** Postgres takes 7,999 bytes. */
const MAX_PAYLOAD_BYTES = 7_900;
/** After one message others wait this long, so that a burst of appends costs few. */
const NOTIFY_INTERVAL_MS = 5;

/** What one process sends to the others: a notice, or the streams that grew; with neither, any stream may have grown. */
interface Call {
  readonly from: string;
  readonly streams?: readonly string[];
  readonly notice?: Notice;
}

const UNAVAILABLE: Notice = {
  streamId: undefined,
  data: {
    code: 'log_unavailable',
    message: 'The database does not answer. Nothing is lost: everything continues when it is back.',
  },
};
const AVAILABLE: Notice = {
  streamId: undefined,
  data: { code: 'log_available', message: 'The database answers again.' },
};

/**
 * Tells other processes which streams grew, and hears it from them. NOTIFY goes out after the commit, one for all that
 * grew meanwhile, so that commits never wait for it; what NOTIFY loses, the sweep finds.
 */
export class PostgresDoorbell {
  readonly listeners = new Listeners<Doorbell>();
  readonly notices = new Listeners<Notice>();
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
      this.listeners.tell({ streamIds });
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
    this.sweep = new LogSweep(pool, ring, (isAvailable, error) => {
      if (error !== undefined) onError(error);
      this.notices.tell(isAvailable ? AVAILABLE : UNAVAILABLE);
      if (isAvailable) ring(undefined);
    });
  }

  /** Resolves when this process hears the others. */
  async start(): Promise<void> {
    await this.ears.open();
    await this.sweep.start();
  }

  /** Rings in this process now, in the others with the next NOTIFY. */
  announce(streamIds: ReadonlySet<string>): void {
    this.listeners.tell({ streamIds });
    for (const streamId of streamIds) this.grown.add(streamId);
    this.notifying ??= this.notifyOthers();
  }

  /** Tells it in this process now, and the others at once; what gets lost is not missed. */
  notify(notice: Notice): void {
    this.notices.tell(notice);
    const payload = JSON.stringify({ from: this.self, notice } satisfies Call);
    this.pool.query({ name: 'doorbell', text: NOTIFY, values: [payload] }).catch(this.onError);
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
    const { from, streams, notice } = parse(payload);
    if (from === this.self) return;
    if (notice) this.notices.tell(notice);
    else this.listeners.tell({ streamIds: streams && new Set(streams) });
  }
}

function payloadOf(from: string, streams: readonly string[]): string {
  const payload = JSON.stringify({ from, streams } satisfies Call);
  return Buffer.byteLength(payload) <= MAX_PAYLOAD_BYTES ? payload : JSON.stringify({ from } satisfies Call);
}

/** Whatever else was said on the channel: somebody says that something grew. */
function parse(payload: string): Partial<Call> {
  try {
    return JSON.parse(payload) as Call;
  } catch {
    return {};
  }
}
