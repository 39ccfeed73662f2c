import type { Pool, PoolClient } from 'pg';

type SqlType = 'text' | 'integer' | 'double precision' | 'boolean' | 'jsonb' | 'timestamptz';

/** A column of a table. `Value` is the type that folds write and views read. */
export interface Column<Value> {
  readonly type: SqlType;
  readonly isNullable: boolean;
  /** Exists only for the type checker. */
  readonly value?: Value;
}

const column = <Value>(type: SqlType): Column<Value> => ({ type, isNullable: false });

export const text = column<string>('text');
export const integer = column<number>('integer');
export const double = column<number>('double precision');
export const boolean = column<boolean>('boolean');
/** ISO 8601. */
export const time = column<string>('timestamptz');
export const word = <Value extends string>(): Column<Value> => column('text');
export const json = <Value>(): Column<Value> => column('jsonb');
export const nullable = <Value>(of: Column<Value>): Column<Value | null> => ({ type: of.type, isNullable: true });

/** The table of a read model. This is the only place in the program that names its columns; the migrations create the same ones. */
export interface TableShape<Row extends object> {
  readonly name: string;
  /** The primary key's columns. */
  readonly key: readonly (keyof Row & string)[];
  /** All columns that are written, including the key. */
  readonly columns: { readonly [Name in keyof Row]: Column<Row[Name]> };
}

/** A table with any type of row. */
export interface AnyTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column<unknown>>>;
}

export function table<Row extends object>(
  name: string,
  key: readonly (keyof Row & string)[],
  columns: TableShape<Row>['columns'],
): TableShape<Row> {
  return { name, key, columns };
}

/** The type of the rows of a table. */
export type RowOf<Table> = Table extends TableShape<infer Row> ? Readonly<Row> : never;

/**
 * Selects rows as the folds wrote them; times are ISO 8601.
 * @param rest of the statement after `FROM <table>`
 */
export async function selectRows<Row extends object>(
  db: Pool | PoolClient,
  table: TableShape<Row>,
  rest: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const columns = Object.keys(table.columns).map((name) => `${table.name}.${name}`);
  const { rows } = await db.query<Row>(`SELECT ${columns.join(', ')} FROM ${table.name} ${rest}`, [...values]);
  return rows.map((row) => withIsoTimes(row));
}

function withIsoTimes<Row extends object>(row: Row): Row {
  const columns = Object.entries<unknown>(row as Record<string, unknown>).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(columns) as Row;
}

/** Writes all rows in one statement, replacing rows with the same key. Keys must be unique within `rows`. */
export async function upsert<Row extends object>(
  tx: PoolClient,
  table: TableShape<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(table.columns);
  const key: readonly string[] = table.key;
  const values = names.filter((name) => !key.includes(name));
  await tx.query(
    `INSERT INTO ${table.name} (${names.join(', ')})
     SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS row(${recordOf(table.columns)})
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${values.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
}

/** Deletes the rows with these keys in one statement. */
export async function deleteKeys<Row extends object>(
  tx: PoolClient,
  table: TableShape<Row>,
  keys: readonly Partial<Row>[],
): Promise<void> {
  if (keys.length === 0) return;
  const key: readonly string[] = table.key;
  const columns = Object.fromEntries(
    Object.entries<Column<unknown>>(table.columns).filter(([name]) => key.includes(name)),
  );
  await tx.query(
    `DELETE FROM ${table.name} AS t USING jsonb_to_recordset($1::jsonb) AS row(${recordOf(columns)})
     WHERE ${key.map((name) => `t.${name} = row.${name}`).join(' AND ')}`,
    [JSON.stringify(keys)],
  );
}

/** Deletes all rows of these projects. */
export async function deleteProjects(tx: PoolClient, table: AnyTable, projectIds: readonly string[]): Promise<void> {
  if (projectIds.length > 0) await tx.query(`DELETE FROM ${table.name} WHERE project_id = ANY($1)`, [projectIds]);
}

/** `name type, …`, as `jsonb_to_recordset` expects it. */
export function recordOf(columns: AnyTable['columns']): string {
  return Object.entries(columns)
    .map(([name, { type }]) => `${name} ${type}`)
    .join(', ');
}
