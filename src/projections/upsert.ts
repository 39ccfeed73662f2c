import type { PoolClient } from 'pg';

/** A table as a batch write sees it. */
export interface TableShape {
  readonly name: string;
  /** The primary key's columns. */
  readonly key: readonly string[];
  /** Every column and its Postgres type, the key's included. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Writes all rows with one statement; a row whose key is there already is replaced. Keys must differ within `rows`. */
export async function upsert(tx: PoolClient, table: TableShape, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(table.columns);
  const values = names.filter((name) => !table.key.includes(name));
  await tx.query(
    `INSERT INTO ${table.name} (${names.join(', ')})
     SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS row(${recordOf(table.columns)})
     ON CONFLICT (${table.key.join(', ')}) DO UPDATE SET ${values.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
}

/** Deletes the rows with these keys, with one statement. */
export async function deleteKeys(tx: PoolClient, table: TableShape, keys: readonly object[]): Promise<void> {
  if (keys.length === 0) return;
  const columns = Object.fromEntries(table.key.map((name) => [name, table.columns[name] ?? 'text']));
  await tx.query(
    `DELETE FROM ${table.name} AS t USING jsonb_to_recordset($1::jsonb) AS row(${recordOf(columns)})
     WHERE ${table.key.map((name) => `t.${name} = row.${name}`).join(' AND ')}`,
    [JSON.stringify(keys)],
  );
}

function recordOf(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
}
