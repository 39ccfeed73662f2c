import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ClientConfig } from 'pg';
import { Client } from 'pg';

/** The same relative path from src/event-store and from dist/event-store. */
const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The lock key of the Prisma migration engine, so that `prisma migrate deploy` and this never run at once. */
const MIGRATION_LOCK = 72_707_369;

/** The same table that the Prisma engine creates, so that `prisma migrate status` agrees. */
const CREATE_HISTORY = `
create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** The tables in the database are not the ones that this version's migrations create, so the service must not start. */
export class MigrationRefused extends Error {
  readonly code = 'migration_refused';
  constructor(
    readonly migration: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`Migration ${migration} ${problem}`, options);
    this.name = 'MigrationRefused';
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in lower-case hex. */
  readonly checksum: string;
}

/**
 * Applies the missing migrations, each in its own transaction. If several processes start at once, only one of them does so.
 * @param folder contains `<name>/migration.sql`; default: prisma/migrations of this package
 * @returns the names of the migrations that were applied now
 * @throws MigrationRefused if an applied file has changed, a migration was left unfinished, or one fails
 */
export async function migrate(connection: ClientConfig, folder = MIGRATIONS): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(CREATE_HISTORY);
    const missing = await findMissing(client, migrations);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    // The lock ends with the session.
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${folder}/${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function findMissing(client: Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; isFinished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as "isFinished"
     from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  const unfinished = rows.find((row) => !row.isFinished);
  if (unfinished) {
    throw new MigrationRefused(
      unfinished.name,
      'was begun but never finished. Look at what it left behind, repair it, then run ' +
        `\`npx prisma migrate resolve --rolled-back ${unfinished.name}\` (or --applied) and start again.`,
    );
  }
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  return migrations.filter(({ name, checksum }) => {
    const appliedChecksum = applied.get(name);
    if (appliedChecksum !== undefined && appliedChecksum !== checksum) {
      throw new MigrationRefused(
        name,
        `has changed since it was applied (checksum ${checksum}, applied ${appliedChecksum}). ` +
          'Put the file back as it was and make the change in a new migration.',
      );
    }
    return appliedChecksum === undefined;
  });
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationRefused(name, `failed and was undone: ${reason}`, { cause });
  }
}
