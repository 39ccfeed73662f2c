import type { Pool, PoolClient } from 'pg';

/** How far a view has processed the log, and which version of its fold produced it. */
export interface Checkpoint {
  readonly position: number;
  readonly version: number;
}

interface Row {
  readonly position: string;
  readonly version: number;
}

/** The checkpoint of the view. A new view starts before the first event. */
export async function openCheckpoint(db: Pool | PoolClient, name: string, version: number): Promise<Checkpoint> {
  await db.query('INSERT INTO projection (name, position, version) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING', [
    name,
    version,
  ]);
  const { rows } = await db.query<Row>('SELECT position, version FROM projection WHERE name = $1', [name]);
  return fromRow(rows[0]) ?? { position: 0, version };
}

/** Locks the checkpoint until the transaction ends; undefined if there is none. */
export async function lockCheckpoint(tx: PoolClient, name: string): Promise<Checkpoint | undefined> {
  const { rows } = await tx.query<Row>('SELECT position, version FROM projection WHERE name = $1 FOR UPDATE', [name]);
  return fromRow(rows[0]);
}

export async function moveCheckpoint(tx: PoolClient, name: string, { position, version }: Checkpoint): Promise<void> {
  await tx.query('UPDATE projection SET position = $2, version = $3, updated_at = now() WHERE name = $1', [
    name,
    position,
    version,
  ]);
}

function fromRow(row: Row | undefined): Checkpoint | undefined {
  return row && { position: Number(row.position), version: row.version };
}
