import type { Pool } from 'pg';

/**
 * Content is removed only if it was last stored longer ago than this: it is stored before the event that names it, and that event
 * may still be on its way.
 */
const GRACE_MS = 3_600_000;
const EVERY_MS = GRACE_MS;
/** Events searched by one statement. */
const PAGE = 20_000;
/** Contents checked at a time. */
const MOST = 10_000;

/**
 * Removes content that only deleted projects refer to (`blob_orphan`). Searches the whole log for other references, mainly from
 * forks. The cost grows with the log, but arises only after a deletion.
 */
export class BlobSweep {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(
    private readonly pool: Pool,
    private readonly log: (line: string) => void,
    private readonly graceMs = GRACE_MS,
  ) {}

  /** Sweeps now and then every hour. */
  start(): void {
    const sweepAndTell = async (): Promise<void> => {
      try {
        const count = await this.sweep();
        if (count > 0) this.log(`Removed ${count} blobs that only deleted projects referred to.`);
      } catch (error) {
        this.log(`Could not remove blobs of deleted projects; trying again in an hour: ${String(error)}`);
      }
    };
    const begin = (): void => {
      this.#running = this.#running.then(sweepAndTell);
    };
    begin();
    this.#timer = setInterval(begin, EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  /** @returns how many contents were removed */
  async sweep(): Promise<number> {
    let count = 0;
    for (;;) {
      const candidates = await this.#ripe();
      const named = await this.#named(candidates);
      if (candidates.length === 0 || this.#isStopping) return count;
      count += await this.#remove(
        candidates,
        candidates.filter((sha256) => !named.has(sha256)),
      );
    }
  }

  async #ripe(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ sha256: string }>(
      `select encode(sha256, 'hex') as sha256 from blob_orphan left join blob using (sha256)
       where blob.put_at is null or blob.put_at < now() - $1 * interval '1 millisecond' limit ${MOST}`,
      [this.graceMs],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** The candidates that an event still names, in any field. */
  async #named(candidates: readonly string[]): Promise<ReadonlySet<string>> {
    const named = new Set<string>();
    if (candidates.length === 0) return named;
    const { rows: heads } = await this.pool.query<{ value: number }>('select value::float8 as value from log_position');
    for (let after = 0; after < (heads[0]?.value ?? 0) && !this.#isStopping; after += PAGE) {
      const { rows } = await this.pool.query<{ sha256: string }>(
        `select distinct found[1] as sha256
         from event cross join regexp_matches(data::text, '"([0-9a-f]{64})"', 'g') as found
         where position > $1 and position <= $2 and found[1] = any($3)`,
        [after, after + PAGE, candidates],
      );
      for (const { sha256 } of rows) named.add(sha256);
    }
    return named;
  }

  /** Content that was stored again in the meantime is kept. */
  async #remove(candidates: readonly string[], unnamed: readonly string[]): Promise<number> {
    const { rowCount } = await this.pool.query(
      `with decided as (delete from blob_orphan where sha256 = any($1::bytea[]))
       delete from blob where sha256 = any($2::bytea[]) and put_at < now() - $3 * interval '1 millisecond'`,
      [candidates.map(bytes), unnamed.map(bytes), this.graceMs],
    );
    return rowCount ?? 0;
  }
}

function bytes(sha256: string): Buffer {
  return Buffer.from(sha256, 'hex');
}
