import pLimit from 'p-limit';
import { Client, type ClientConfig, type QueryResult, type QueryResultRow } from 'pg';

/** First key of the advisory locks that say "a living process drives this project"; the second is the project's hash. */
const DRIVE_LOCKS = 72_707_370;

/** A job whose worker is gone. */
export interface OrphanedJob {
  readonly id: string;
  readonly projectId: string;
}

/**
 * Which projects this process drives, held as advisory locks of one database session: they end with the process, however
 * it dies, so that others need not wait for its heartbeats. A hint only: what fences drivers is the stream.
 */
export class DriveLeases {
  private opening: Promise<Client> | undefined;
  /** A session answers one query at a time. */
  private readonly inTurn = pLimit(1);

  constructor(
    private readonly connection: ClientConfig,
    /** Called when the session is lost; the next call opens it again. */
    private readonly onLost: (error: Error) => void,
  ) {}

  /** From here on the project counts as driven. */
  async take(projectId: string): Promise<void> {
    await this.query(await this.session(), 'select pg_try_advisory_lock($1, hashtext($2))', [DRIVE_LOCKS, projectId]);
  }

  async release(projectId: string): Promise<void> {
    // Without a session there is no lock either.
    const client = await this.opening?.catch(() => undefined);
    if (client) await this.query(client, 'select pg_advisory_unlock($1, hashtext($2))', [DRIVE_LOCKS, projectId]);
  }

  /** Jobs of the queue that have been active for longer than `graceMs` and that no living process holds. */
  async orphans(queue: string, graceMs: number): Promise<readonly OrphanedJob[]> {
    const { rows } = await this.query<OrphanedJob>(
      await this.session(),
      `select id, data->>'projectId' as "projectId"
       from pgboss.job
       where name = $1 and state = 'active' and started_on < now() - $2 * interval '1 millisecond'
         and not exists (
           select 1 from pg_locks
           where locktype = 'advisory' and granted and objsubid = 2
             and database = (select oid from pg_database where datname = current_database())
             and classid = $3::int::oid and objid = hashtext(data->>'projectId')::oid)`,
      [queue, graceMs, DRIVE_LOCKS],
    );
    return rows;
  }

  async close(): Promise<void> {
    const client = await this.opening?.catch(() => undefined);
    this.opening = undefined;
    await client?.end();
  }

  private query<Row extends QueryResultRow>(
    client: Client,
    text: string,
    values: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    return this.inTurn(() => client.query<Row>(text, [...values]));
  }

  private session(): Promise<Client> {
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private async open(): Promise<Client> {
    const client = new Client(this.connection);
    client.on('error', (error) => {
      this.opening = undefined;
      this.onLost(error);
    });
    await client.connect();
    return client;
  }
}
