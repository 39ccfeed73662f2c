import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig, Pool } from 'pg';
import type { Doorbell, Notice } from './event-store.port.js';
import { ListenConnection } from './listen-connection.js';
import { Listeners } from './listeners.js';
import { LogSweep } from './log-sweep.js';

const CHANNEL = 'firstlight_log';
/** A notification is a commit of its own but needs no durability, so it does not wait for the disk. */
const NOTIFY = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', $1)`;
/** The limit of Postgres is 7,999 bytes. https://www.postgresql.org/docs/18/sql-notify.html */
const MAX_PAYLOAD_BYTES = 7_900;
/** Minimum time between two notifications, so that a burst of appends needs only a few. */
const NOTIFY_INTERVAL_MS = 5;

/** A message to the other processes: a notice, or the streams that grew. If it has neither, any stream may have grown. */
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
 * Tells other processes which streams grew, and receives the same from them. NOTIFY is sent after the commit, once for all
 * streams that grew in the meantime, so that commits never wait for it. The sweep finds what NOTIFY loses.
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

  /** Resolves when this process is listening to the others. */
  async start(): Promise<void> {
    await this.ears.open();
    await this.sweep.start();
  }

  /** Rings in this process now, and in the others with the next NOTIFY. */
  announce(streamIds: ReadonlySet<string>): void {
    this.listeners.tell({ streamIds });
    for (const streamId of streamIds) this.grown.add(streamId);
    this.notifying ??= this.notifyOthers();
  }

  /** Delivers the notice in this process now and sends it to the others. A lost notice is not sent again. */
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
        // The sweep in the other processes finds these streams.
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

/** An unreadable payload counts as "any stream may have grown". */
function parse(payload: string): Partial<Call> {
  try {
    return JSON.parse(payload) as Call;
  } catch {
    return {};
  }
}
