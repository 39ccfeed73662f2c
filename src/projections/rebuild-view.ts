import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '../event-store/event-store.port.js';
import { lockCheckpoint, moveCheckpoint, openCheckpoint } from './checkpoint.js';
import type { Projection } from './projection.js';
import { inTransaction } from './transaction.js';

/** Maximum number of events folded in one transaction. */
const BATCH_SIZE = 500;

/** The result of one step: `on` if there is more to fold, `in place` once this or another instance has put the new view in place. */
type Step = 'on' | 'in place';

/**
 * Builds the new version of a view while the old one is served: in tables of the same names in a schema of its own, which replace
 * the old rows in one transaction once they cover the whole log. It continues where an interrupted rebuild stopped, and instances
 * share the work.
 * @throws errors of the database or the fold; call it again
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

/** Name of the schema and of its checkpoint. */
function stagingOf({ name, version }: Projection): string {
  return `rebuild_${name}_${version}`;
}

async function prepare(tx: PoolClient, projection: Projection): Promise<void> {
  const staging = stagingOf(projection);
  const { version } = (await lockCheckpoint(tx, projection.name)) ?? { version: 0 };
  // The lock on the checkpoint in use lets only one instance do this.
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

/** Drops the staging schema, and those that rebuilds of other versions left behind. */
async function dropStagings(tx: PoolClient, { name }: Projection): Promise<void> {
  const { rows } = await tx.query<{ name: string }>(
    'DELETE FROM projection WHERE starts_with(name, $1) RETURNING name',
    [`rebuild_${name}_`],
  );
  for (const staging of rows) await tx.query(`DROP SCHEMA IF EXISTS ${staging.name} CASCADE`);
}

/** Readers see the old rows until this commits, and then the new ones. */
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

/** All columns except generated ones. */
async function writtenColumns(tx: PoolClient, table: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  return rows.map(({ name }) => name);
}
