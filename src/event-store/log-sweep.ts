import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

const INTERVAL_MS = 1_000;
const LIMIT = 10_000;
/** If the query takes longer than this, the database counts as unavailable. */
const PATIENCE_MS = 3_000;

/** Called when the database stops answering, with the error if there was one, and when it answers again. */
export type OnAvailability = (isAvailable: boolean, error?: unknown) => void;

/**
 * The safety net of the doorbell: once a second it looks for streams with events above the last position it saw, whether or not a
 * notification came. It is one query per process, however many streams are followed, and it also notices first that the database
 * is away.
 */
export class LogSweep {
  private position = 0;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAvailable = true;
  private isClosed = false;

  constructor(
    private readonly pool: Pool,
    /** Called with the streams that grew; `undefined` if there are too many to name. */
    private readonly onGrown: (streamIds: ReadonlySet<string> | undefined) => void,
    private readonly onAvailability: OnAvailability,
  ) {}

  /** Starts at the current end of the log. */
  async start(): Promise<void> {
    const text = 'select value::float8 from log_position';
    const { rows } = await this.pool.query<[number]>({ text, rowMode: 'array' });
    this.position = rows[0]?.[0] ?? 0;
    this.schedule();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.isClosed) return;
    this.timer = setTimeout(() => {
      this.running = this.lookAndJudge();
      void this.running.then(() => {
        this.schedule();
      });
    }, INTERVAL_MS);
  }

  private async lookAndJudge(): Promise<void> {
    const patience = new AbortController();
    void sleep(PATIENCE_MS, undefined, { signal: patience.signal }).then(
      () => this.become(false),
      () => undefined, // it answered in time
    );
    try {
      await this.look();
      this.become(true);
    } catch (error) {
      this.become(false, error);
    } finally {
      patience.abort();
    }
  }

  private become(isAvailable: boolean, error?: unknown): void {
    if (isAvailable === this.isAvailable) return;
    this.isAvailable = isAvailable;
    this.onAvailability(isAvailable, error);
  }

  private async look(): Promise<void> {
    const { rows } = await this.pool.query<[readonly string[] | null, number, number]>({
      name: 'log-sweep',
      text: `select array_agg(distinct project_id), count(*)::int, max(position)::float8
             from (select project_id, position from event where position > $1 order by position limit ${LIMIT}) grown`,
      values: [this.position],
      rowMode: 'array',
    });
    const [streamIds, count, position] = rows[0] ?? [null, 0, 0];
    if (!streamIds) return;
    this.position = position;
    this.onGrown(count < LIMIT ? new Set(streamIds) : undefined);
  }
}
