import type { Database } from './database.js';

/** How far a reader has processed the log, stored under a name that all instances share. It never moves back. */
export class LogCursor {
  constructor(
    private readonly database: Database,
    private readonly name: string,
  ) {}

  /** Undefined before the first `moveTo`. */
  async position(): Promise<number | undefined> {
    const { rows } = await this.database.pool.query<{ position: string }>(
      'select position from projection where name = $1',
      [this.name],
    );
    return rows[0] && Number(rows[0].position);
  }

  async moveTo(position: number): Promise<void> {
    await this.database.pool.query(
      `insert into projection(name, position, updated_at) values ($1, $2, now())
       on conflict (name) do update set position = greatest(projection.position, excluded.position), updated_at = now()`,
      [this.name, position],
    );
  }
}
