import type { ClientConfig, Pool } from 'pg';
import { AppendQueue } from './append-queue.js';
import { encodeEventData } from './event-data.js';
import type { Doorbell, NewEvent, Notice, StoredEvent } from './event-store.port.js';
import { EventStore, LogUnavailable, VersionConflict } from './event-store.port.js';
import { appendBatch } from './postgres-append.js';
import { PostgresDoorbell } from './postgres-doorbell.js';
import { reach } from './reach.js';
import { isProjectStream, ProjectStreamKept } from './stream-id.js';

/** Rows deleted per statement when trimming, so that appends never wait long. */
const TRIMMED_AT_ONCE = 1_000;

/** The event log in the table `event`. Any number of processes may share one database. */
export class PostgresEventStore extends EventStore {
  private readonly doorbell: PostgresDoorbell;
  private readonly appends: AppendQueue;
  private failure: string | undefined;

  /**
   * @param pool of a migrated database (see migrate.ts); close() does not end it
   * @param connection to the same database, for the one connection that LISTENs: direct, not through a transaction pooler
   * @param onError called when sending to or receiving from other processes failed; both recover by themselves
   */
  constructor(
    private readonly pool: Pool,
    connection: ClientConfig,
    onError: (error: unknown) => void,
  ) {
    super();
    this.doorbell = new PostgresDoorbell(pool, connection, onError);
    this.appends = new AppendQueue(
      async (appends) => {
        const outcomes = await appendBatch(pool, appends);
        this.failure = outcomes.flatMap((outcome) => ('error' in outcome ? (unreached(outcome.error) ?? []) : []))[0];
        return outcomes;
      },
      (streamIds) => {
        this.doorbell.announce(streamIds);
      },
    );
  }

  /** Starts listening to other processes. Without it, listeners hear only the appends of this store. */
  start(): Promise<void> {
    return this.doorbell.start();
  }

  /** Waits for running appends, then stops listening. */
  async close(): Promise<void> {
    await this.appends.drained();
    await this.doorbell.close();
  }

  override async append(
    streamId: string,
    expectedSeq: number,
    events: readonly NewEvent[],
  ): Promise<readonly StoredEvent[]> {
    const encoded = events.map((event) => ({ ...event, data: encodeEventData(event.data) }));
    if (encoded.length > 0) return this.appends.add({ streamId, expectedSeq, events: encoded });
    if ((await this.headSeq(streamId)) !== expectedSeq) throw new VersionConflict(streamId, expectedSeq);
    return [];
  }

  /** The contents that the events named are left to BlobSweep. */
  override async erase(streamId: string, beforeSeq: number, others: readonly string[]): Promise<number> {
    const text = `with erased as (
         delete from event where (project_id = $1 and seq < $2) or project_id = any($3::text[]) returning data
       ), orphans as (
         insert into blob_orphan (sha256)
         select distinct decode(found[1], 'hex')
         from erased cross join regexp_matches(data::text, '"([0-9a-f]{64})"', 'g') as found
         on conflict do nothing
       )
       select count(*)::int from erased`;
    return this.number('event-erase', text, [streamId, beforeSeq, others]);
  }

  override appendFailure(): string | undefined {
    return this.failure;
  }

  override read(
    streamId: string,
    { afterSeq = 0, limit }: { afterSeq?: number; limit?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    return this.select('event-read', 'project_id = $1 and seq > $2 order by seq limit $3', [
      streamId,
      afterSeq,
      limit ?? null,
    ]);
  }

  override readAll(afterPosition: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.select('event-read-all', 'position > $1 order by event.position limit $2', [afterPosition, limit]);
  }

  override headSeq(streamId: string): Promise<number> {
    return this.number('event-head', 'select seq from event where project_id = $1 order by seq desc limit 1', [
      streamId,
    ]);
  }

  override async headSeqs(streamIds: readonly string[]): Promise<readonly number[]> {
    const text = `select coalesce((select seq from event where project_id = s.id order by seq desc limit 1), 0)
       from unnest($1::text[]) with ordinality as s(id, n) order by s.n`;
    const query = { name: 'stream-heads', text, values: [streamIds], rowMode: 'array' as const };
    const { rows } = await reach(this.pool.query<[number]>(query));
    return rows.map(([seq]) => seq);
  }

  override async trim(streamId: string, upToSeq: number): Promise<number> {
    if (isProjectStream(streamId)) throw new ProjectStreamKept(streamId);
    const text = `delete from event where position in (
       select position from event
       where project_id = $1 and seq <= $2 and seq < (select max(seq) from event where project_id = $1)
       order by seq limit ${TRIMMED_AT_ONCE})`;
    let gone = 0;
    for (;;) {
      const { rowCount } = await reach(this.pool.query({ name: 'stream-trim', text, values: [streamId, upToSeq] }));
      gone += rowCount ?? 0;
      if ((rowCount ?? 0) < TRIMMED_AT_ONCE) return gone;
    }
  }

  override headPosition(): Promise<number> {
    return this.number('event-head-position', 'select value::float8 from log_position', []);
  }

  override listen(onBell: (bell: Doorbell) => void): () => void {
    return this.doorbell.listeners.add(onBell);
  }

  override notify(streamId: string, data: Notice['data']): void {
    this.doorbell.notify({ streamId, data });
  }

  override listenToNotices(onNotice: (notice: Notice) => void): () => void {
    return this.doorbell.notices.add(onNotice);
  }

  private async select(name: string, where: string, values: unknown[]): Promise<readonly StoredEvent[]> {
    const columns = `position::float8, project_id, seq, run, type, data, actor, date_part('epoch', at) * 1000`;
    const { rows } = await reach(
      this.pool.query<EventRow>({
        name,
        text: `select ${columns} from event where ${where}`,
        values,
        rowMode: 'array',
      }),
    );
    return rows.map(storedEvent);
  }

  private async number(name: string, text: string, values: unknown[]): Promise<number> {
    const { rows } = await reach(this.pool.query<[number]>({ name, text, values, rowMode: 'array' }));
    return rows[0]?.[0] ?? 0;
  }
}

/** The message if the log was not reached; a conflict or refused data did reach it. */
function unreached(error: Error): string | undefined {
  return error instanceof LogUnavailable ? error.message : undefined;
}

type EventRow = [number, string, number, number, string, object, string, number];

function storedEvent([position, streamId, seq, run, type, data, actor, atMs]: EventRow): StoredEvent {
  return { position, streamId, seq, run, type, data, actor, at: new Date(Math.round(atMs)).toISOString() };
}
