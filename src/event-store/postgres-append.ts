import type { Pool } from 'pg';
import type { NewEvent, StoredEvent } from './event-store.port.js';
import { LogUnavailable, VersionConflict } from './event-store.port.js';
import { isRefusal } from './reach.js';

/** The append of one caller: at least one event. */
export interface Append {
  readonly streamId: string;
  readonly expectedSeq: number;
  readonly events: readonly EncodedEvent[];
}

/**
 * An event with `data` as JSON text from encodeEventData. Encoding before batching means that an event that cannot be encoded
 * fails only its own caller.
 */
export type EncodedEvent = Omit<NewEvent, 'data'> & { readonly data: string };

/** The result of one append. */
export type AppendOutcome = { readonly stored: readonly StoredEvent[] } | { readonly error: Error };

/**
 * Stores appends to different streams in one statement and returns their outcomes in order. Never rejects. Appends with a wrong
 * expected seq fail, and the rest is tried again.
 */
export async function appendBatch(pool: Pool, appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
  try {
    const place = await insert(pool, appends);
    return place ? storedIn(place, appends) : await withoutLosers(pool, appends);
  } catch (error) {
    return isRefusal(error)
      ? oneByOne(pool, appends, error)
      : appends.map(() => ({ error: new LogUnavailable(error) }));
  }
}

/** The position of a batch in the log. */
interface Place {
  /** The position before its first event. */
  readonly base: number;
  /** ISO 8601; the same for the whole batch. */
  readonly at: string;
}

/**
 * Numbers the batch from the counter row if every stream is at its expected seq. The row stays locked until the commit, so
 * positions become visible in order and without gaps.
 */
const INSERT = `
with counter as (
  update log_position set value = value + cardinality($3::text[])
  where id = 1 and not exists (
    select from unnest($1::text[], $2::int[]) as append(stream, expected)
    where expected <> coalesce((select e.seq from event e where e.project_id = stream order by e.seq desc limit 1), 0)
  )
  returning value - cardinality($3::text[]) as base, clock_timestamp()::timestamptz(3) as at
), inserted as (
  insert into event (position, project_id, seq, run, type, data, actor, at)
  select base + n, stream, seq, run, type, data, actor, at
  from counter, unnest($3::text[], $4::int[], $5::int[], $6::text[], $7::jsonb[], $8::text[])
    with ordinality as fact(stream, seq, run, type, data, actor, n)
)
select base::float8, date_part('epoch', at) * 1000 from counter`;

/** @returns undefined if a stream is not at its expected seq; nothing was stored then */
async function insert(pool: Pool, appends: readonly Append[]): Promise<Place | undefined> {
  try {
    const { rows } = await pool.query<[number, number]>({
      name: 'event-append',
      text: INSERT,
      values: columnsOf(appends),
      rowMode: 'array',
    });
    const [row] = rows;
    return row && { base: row[0], at: new Date(Math.round(row[1])).toISOString() };
  } catch (error) {
    // Another process has used the seq since this statement checked it.
    if (isRefusal(error) && error.constraint === 'event_project_id_seq_key') return undefined;
    throw error;
  }
}

function columnsOf(appends: readonly Append[]): unknown[] {
  const facts = appends.flatMap(({ streamId, expectedSeq, events }) =>
    events.map((event, index) => ({ ...event, streamId, seq: expectedSeq + index + 1 })),
  );
  return [
    appends.map((append) => append.streamId),
    appends.map((append) => append.expectedSeq),
    facts.map((fact) => fact.streamId),
    facts.map((fact) => fact.seq),
    facts.map((fact) => fact.run),
    facts.map((fact) => fact.type),
    facts.map((fact) => fact.data),
    facts.map((fact) => fact.actor),
  ];
}

function storedIn({ base, at }: Place, appends: readonly Append[]): readonly AppendOutcome[] {
  let position = base;
  return appends.map(({ streamId, expectedSeq, events }) => ({
    stored: events.map(({ type, data, run, actor }, index) => ({
      position: ++position,
      streamId,
      seq: expectedSeq + index + 1,
      run,
      type,
      data: JSON.parse(data) as object,
      actor,
      at,
    })),
  }));
}

/** Fails the appends with a wrong expected seq and tries the others again. Streams only grow, so a mismatch is final. */
async function withoutLosers(pool: Pool, appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
  const { rows } = await pool.query<{ seq: number }>({
    name: 'event-heads',
    text: `select coalesce((select e.seq from event e where e.project_id = stream order by e.seq desc limit 1), 0) as seq
           from unnest($1::text[]) with ordinality as append(stream, n) order by n`,
    values: [appends.map((append) => append.streamId)],
  });
  const isLoser = (append: Append, index: number): boolean => rows[index]?.seq !== append.expectedSeq;
  const others = appends.filter((append, index) => !isLoser(append, index));
  const outcomes = (others.length > 0 ? await appendBatch(pool, others) : []).values();
  return appends.map((append, index) => {
    const outcome = isLoser(append, index) ? undefined : outcomes.next().value;
    return outcome ?? { error: new VersionConflict(append.streamId, append.expectedSeq) };
  });
}

/** The database refused the data of one append. Each is stored by itself, so that only that one fails. */
async function oneByOne(pool: Pool, appends: readonly Append[], error: Error): Promise<readonly AppendOutcome[]> {
  if (appends.length === 1) return [{ error }];
  const outcomes: AppendOutcome[] = [];
  for (const append of appends) outcomes.push(...(await appendBatch(pool, [append])));
  return outcomes;
}
