import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '../event-store/event-store.port.js';
import { lockCheckpoint, moveCheckpoint, openCheckpoint } from './checkpoint.js';
import type { Projection } from './projection.js';
import { inTransaction } from './transaction.js';

/** Most events folded in one transaction. */
const BATCH_SIZE = 500;

/** The end of one step: `on` with the next one, or the new view is in place, ours or another instance's. */
type Step = 'on' | 'in place';

/**
 * Builds a view whose fold has changed beside the one that serves, in tables of the same names in a schema of its own, and puts
 * it in place in one transaction once it holds the whole log. Begun again, it goes on where it was; instances share the work.
 * @throws what the database or the fold throws: call again
 */
export async function rebuildView(
  projection: Projection,
  pool: Pool,
  store: EventStore,
  signal: AbortSignal,
): Promise<void> {
  await inTransaction(pool, (tx) => prepare(tx, projection));
  while (!signal.aborted && (await step(projection, pool, store)) === 'on');
}

/** Also the name of its checkpoint. */
function stagingOf({ name, version }: Projection): string {
  return `rebuild_${name}_${version}`;
}

async function prepare(tx: PoolClient, projection: Projection): Promise<void> {
  const staging = stagingOf(projection);
  const { version } = (await lockCheckpoint(tx, projection.name)) ?? { version: 0 };
  // One at a time: the checkpoint in use is locked.
  if (version >= projection.version || (await lockCheckpoint(tx, staging))) return;
  await tx.query(`CREATE SCHEMA ${staging}`);
  for (const { name: table } of projection.tables) {
    await tx.query(`CREATE TABLE ${staging}.${table} (LIKE ${table} INCLUDING ALL)`);
  }
  await openCheckpoint(tx, staging, projection.version);
}

async function step(projection: Projection, pool: Pool, store: EventStore): Promise<Step> {
  const staging = stagingOf(projection);
  return inTransaction(pool, async (tx) => {
    const checkpoint = await lockCheckpoint(tx, staging);
    if (!checkpoint) return 'in place';
    const { version, position } = checkpoint;
    const events = await store.readAll(position, BATCH_SIZE);
    const last = events.at(-1);
    if (!last) {
      await putInPlace(tx, projection, position);
      return 'in place';
    }
    const { rows } = await tx.query<{ schema: string }>('SELECT current_schema() AS schema');
    await tx.query(`SET LOCAL search_path = ${staging}, ${JSON.stringify(rows[0]?.schema ?? 'public')}`);
    await projection.apply(tx, events);
    await moveCheckpoint(tx, staging, { position: last.position, version });
    return 'on';
  });
}

/** This one's, and what a rebuild of another version has left. */
async function dropStagings(tx: PoolClient, { name }: Projection): Promise<void> {
  const { rows } = await tx.query<{ name: string }>(
    'DELETE FROM projection WHERE starts_with(name, $1) RETURNING name',
    [`rebuild_${name}_`],
  );
  for (const staging of rows) await tx.query(`DROP SCHEMA IF EXISTS ${staging.name} CASCADE`);
}

/** Readers see the old rows until this commits, then the new ones. */
async function putInPlace(tx: PoolClient, projection: Projection, position: number): Promise<void> {
  const staging = stagingOf(projection);
  await lockCheckpoint(tx, projection.name);
  for (const { name: table } of projection.tables) {
    const columns = (await writtenColumns(tx, table)).join(', ');
    await tx.query(`DELETE FROM ${table}`);
    await tx.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${staging}.${table}`);
  }
  await moveCheckpoint(tx, projection.name, { position, version: projection.version });
  await dropStagings(tx, projection);
}

/** All but those that Postgres makes of others. */
async function writtenColumns(tx: PoolClient, table: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  return rows.map(({ name }) => name);
}
