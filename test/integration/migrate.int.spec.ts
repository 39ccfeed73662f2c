import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { PrismaClient } from '../../src/event-store/generated/client.js';
import { migrate } from '../../src/event-store/migrate.js';
import { READ_MODELS } from '../../src/projections/read-models.js';
import type { TestDatabase } from '../support/postgres.js';
import { testDatabase } from '../support/postgres.js';

/** The log, and who has read how far. */
const LOG = ['event', 'log_position', 'blob', 'blob_orphan', 'projection', 'instance_lease'];

describe('the migrations at start', () => {
  let database: TestDatabase;
  let folder: string;
  let client: Client;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fl-migrations-'));
    client = new Client(database.connection);
    await client.connect();
    await client.query('drop schema public cascade; create schema public');
  });
  afterEach(async () => {
    await client.end();
    await rm(folder, { recursive: true, force: true });
  });

  const write = async (name: string, sql: string): Promise<void> => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'migration.sql'), sql);
  };
  const start = (): Promise<readonly string[]> => migrate(database.connection, folder);
  const history = async (): Promise<unknown[]> =>
    (
      await client.query<object>(
        'select migration_name, finished_at is not null as done, applied_steps_count as steps from _prisma_migrations order by 1',
      )
    ).rows;

  it('are applied in order of their names, once, and recorded as Prisma does', async () => {
    await write('0002_more', 'alter table thing add column size int; create index thing_size on thing (size)');
    await write('0001_first', 'create table thing (id int); insert into thing values (1)');
    await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"');
    expect(await start()).toEqual(['0001_first', '0002_more']);
    expect(await start()).toEqual([]);
    expect(await history()).toEqual([
      { migration_name: '0001_first', done: true, steps: 1 },
      { migration_name: '0002_more', done: true, steps: 1 },
    ]);
    await write('0003_later', 'drop index thing_size');
    expect(await start()).toEqual(['0003_later']);
  });

  it('are applied by one of several processes that start at once', async () => {
    await write('0001_first', 'create table thing (id int); select pg_sleep(0.1)');
    const applied = await Promise.all([start(), start(), start()]);
    expect(applied.flat()).toEqual(['0001_first']);
  });

  it('stop the start when an applied file has changed', async () => {
    await write('0001_first', 'create table thing (id int)');
    await start();
    await write('0001_first', 'create table thing (id bigint)');
    await expect(start()).rejects.toMatchObject({
      code: 'migration_refused',
      migration: '0001_first',
      message: expect.stringContaining('changed'),
    });
  });

  it('stop the start when one was begun and never finished, until it is resolved', async () => {
    await write('0001_first', 'create table thing (id int)');
    await write('0002_more', 'create table more (id int)');
    await start();
    await client.query(`update _prisma_migrations set finished_at = null where migration_name = '0002_more'`);
    await expect(start()).rejects.toMatchObject({ code: 'migration_refused', migration: '0002_more' });
    await client.query(`update _prisma_migrations set rolled_back_at = now() where migration_name = '0002_more'`);
    await client.query('drop table more');
    expect(await start()).toEqual(['0002_more']);
  });

  it('undo a failing file whole and say why, so that the mended one applies', async () => {
    await write('0001_first', 'create table thing (id int); select 1/0');
    await expect(start()).rejects.toMatchObject({
      migration: '0001_first',
      message: expect.stringContaining('division by zero'),
    });
    expect(await history()).toEqual([]);
    await write('0001_first', 'create table thing (id int)');
    expect(await start()).toEqual(['0001_first']);
  });

  it('of this package make the log, the read models and the tables that the Prisma schema names', async () => {
    expect(await migrate(database.connection)).toContain('0001_log');
    const schema = await readFile(join(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8');
    const mapped = [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(([, name]) => name);
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> '_prisma_migrations'`,
    );
    const views = Object.values(READ_MODELS).flatMap(({ projection }) => projection.tables.map(({ name }) => name));
    expect(rows.map(({ name }) => name).sort()).toEqual([...LOG, ...views, ...mapped].sort());
    expect((await client.query('select * from log_position')).rows).toEqual([{ id: 1, value: '0' }]);
  });

  it('of this package make every column that the Prisma client reads', async () => {
    await migrate(database.connection);
    const prisma = new PrismaClient({ adapter: new PrismaPg(database.connection) });
    try {
      // A new service has a starter set.
      expect(await prisma.preset.findFirst()).toMatchObject({ templateId: expect.any(String), options: {} });
      expect([await prisma.modelLesson.findMany(), await prisma.modelChoice.findMany()]).toEqual([[], []]);
    } finally {
      await prisma.$disconnect();
    }
  });
});
