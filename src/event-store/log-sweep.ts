import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

const INTERVAL_MS = 1_000;
const LIMIT = 10_000;
/** A database that takes longer over this small query counts as away. */
const PATIENCE_MS = 3_000;

/** Told when the database stops to answer, with why where it said so, and when it answers again. */
export type OnAvailability = (isAvailable: boolean, error?: unknown) => void;

/**
 * The doorbell's safety net: once a second, which streams have positions above the last look, told of or not. One query a
 * process, however many streams are followed; positions have no gaps, so it misses nothing. Also the first to notice that
 * the database is away.
 */
export class LogSweep {
  private position = 0;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAvailable = true;
  private isClosed = false;

  constructor(
    private readonly pool: Pool,
    /** `undefined`: too many to name. */
    private readonly onGrown: (streamIds: ReadonlySet<string> | undefined) => void,
    private readonly onAvailability: OnAvailability,
  ) {}

  /** Looks for what comes after the present head. */
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
