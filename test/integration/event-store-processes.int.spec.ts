import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Pool } from 'pg';
import type { Doorbell } from '../../src/event-store/event-store.port.js';
import { LogUnavailable, VersionConflict } from '../../src/event-store/event-store.port.js';
import { followStream } from '../../src/event-store/follow.js';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import type { TestDatabase } from '../support/postgres.js';
import { testDatabase } from '../support/postgres.js';
import { spawnFixture } from '../support/typescript-process.js';
import { event, newStream, until } from './event-store.contract.js';

describe('the log in Postgres, among processes', () => {
  let database: TestDatabase;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  afterAll(() => database.close());

  const openStore = async (): Promise<{ store: PostgresEventStore; pool: Pool; errors: unknown[] }> => {
    const errors: unknown[] = [];
    const pool = new Pool({ ...database.connection, max: 4 }).on('error', (error) => errors.push(error));
    closing.push(() => pool.end());
    const store = new PostgresEventStore(pool, database.connection, (error) => errors.push(error));
    await store.start();
    closing.push(() => store.close());
    return { store, pool, errors };
  };

  const administer = async (sql: string, values: unknown[] = []): Promise<number> => {
    const client = new Client({ ...database.connection });
    await client.connect();
    const { rowCount } = await client.query(sql, values);
    await client.end();
    return rowCount ?? 0;
  };

  it('numbers the appends of three processes to one stream without gap, and a tail here sees each once', async () => {
    const { store } = await openStore();
    const stream = newStream();
    const start = await store.headPosition();
    const seen: number[] = [];
    const tail = followStream(store, stream, 0, (events) => void seen.push(...events.map(({ seq }) => seq)));
    closing.push(() => tail.stop());

    const children = [1, 2, 3].map(() =>
      spawnFixture('appending-process.ts', [JSON.stringify(database.connection), stream, '60']),
    );
    await Promise.all(children.map((child) => once(child, 'exit')));

    await until(() => seen.length >= 180);
    expect(seen).toEqual(Array.from({ length: 180 }, (_, index) => index + 1));
    const log = await store.readAll(start, 1_000);
    expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => start + index + 1));
    expect(new Set(log.map(({ data }) => (data as { pid: number }).pid)).size).toBe(3);
  });

  it('tells another process which streams grew, and of any when they are too many to name', async () => {
    const [{ store }, { store: other }] = [await openStore(), await openStore()];
    const bells: Doorbell[] = [];
    const stop = other.listen((bell) => bells.push(bell));
    const stream = newStream();
    await store.append(stream, 0, [event('A')]);
    await until(() => bells.some(({ streamIds }) => streamIds?.has(stream)));

    const many = Array.from({ length: 400 }, () => `${newStream()}-with-a-long-name`);
    await Promise.all(many.map((name) => store.append(name, 0, [event('A')])));
    await until(() => many.every((name) => bells.some(({ streamIds }) => streamIds?.has(name) ?? true)));
    stop();
  });

  it('hears again after its listening connection was cut, and rings for what it may have missed', async () => {
    const [{ store }, { store: other, errors }] = [await openStore(), await openStore()];
    const bells: Doorbell[] = [];
    const stop = other.listen((bell) => bells.push(bell));
    const cut = await administer(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()`,
    );
    expect(cut).toBe(2);
    await until(() => bells.some(({ streamIds }) => streamIds === undefined));
    expect(errors.length).toBeGreaterThan(0);
    const stream = newStream();
    await store.append(stream, 0, [event('A')]);
    await until(() => bells.some(({ streamIds }) => streamIds?.has(stream)));
    stop();
  });

  it('finds an append that nobody was told of', async () => {
    const { store } = await openStore();
    const stream = newStream();
    const seen: string[] = [];
    const tail = followStream(store, stream, 0, (events) => void seen.push(...events.map(({ type }) => type)));
    await administer(
      `with c as (update log_position set value = value + 1 returning value)
       insert into event select value, $1, 1, 1, 'Silent', '{}', 'test', now() from c`,
      [stream],
    );
    await until(() => seen.length > 0);
    await tail.stop();
    expect(seen).toEqual(['Silent']);
  });

  it('says that the log is unavailable when the connection breaks, and works again after', async () => {
    const { store, pool } = await openStore();
    const stream = newStream();
    // Holds the counter row, so that the append is under way when its connection is cut.
    const blocker = await pool.connect();
    await blocker.query('begin');
    await blocker.query('select from log_position for update');
    const append = store.append(stream, 0, [event('A')]);
    const refused = expect(append).rejects.toBeInstanceOf(LogUnavailable);
    await until(
      async () =>
        (await administer(
          `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        )) > 0,
    );
    await refused;
    await blocker.query('rollback');
    blocker.release();
    expect(await store.headSeq(stream)).toBe(0);
    await store.append(stream, 0, [event('A')]);
  });

  it('tells everyone when the database stops to answer and when it answers again, and then finds what it missed', async () => {
    const { store } = await openStore();
    const codes: string[] = [];
    const stop = store.listenToNotices(({ streamId, data }) => codes.push(`${streamId ?? 'all'}: ${data.code}`));
    const stream = newStream();
    const seen: string[] = [];
    const tail = followStream(store, stream, 0, (events) => void seen.push(...events.map(({ type }) => type)));
    const client = new Client({ ...database.connection, database: 'postgres' });
    await client.connect();
    const { database: name = '' } = database.connection;
    await client.query(`alter database ${name} with allow_connections false`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await until(() => codes.length === 1);
    await client.query(`alter database ${name} with allow_connections true`);
    await client.end();
    await until(() => codes.length === 2);
    stop();
    expect(codes).toEqual(['all: log_unavailable', 'all: log_available']);
    await store.append(stream, 0, [event('A')]);
    await until(() => seen.length === 1);
    await tail.stop();
  });

  it('lets only the bad member of a batch fail', async () => {
    const { store } = await openStore();
    const [good, bad, stale] = [newStream(), newStream(), newStream()];
    const outcomes = await Promise.allSettled([
      store.append(good, 0, [event('A')]),
      store.append(bad, 0, [{ ...event('A'), run: 1.5 }]),
      store.append(stale, 3, [event('A')]),
      store.append(newStream(), 0, [event('A', { big: 1n })]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(outcomes[2]).toMatchObject({ reason: expect.any(VersionConflict) });
    expect(await store.headSeq(bad)).toBe(0);
  });

  it('lets the loser of a race between processes know, not its neighbours in the batch', async () => {
    const { store, pool } = await openStore();
    const [contested, neighbour] = [newStream(), newStream()];
    const rival = await pool.connect();
    await rival.query('begin');
    await rival.query(
      `with c as (update log_position set value = value + 1 returning value)
       insert into event select value, $1, 1, 1, 'Rival', '{}', 'test', now() from c`,
      [contested],
    );
    const outcomes = Promise.allSettled([
      store.append(contested, 0, [event('A')]),
      store.append(neighbour, 0, [event('A')]),
    ]);
    await until(
      async () =>
        (await administer(
          `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        )) > 0,
    );
    await rival.query('commit');
    rival.release();
    expect(await outcomes).toMatchObject([
      { status: 'rejected', reason: { code: 'version_conflict' } },
      { status: 'fulfilled' },
    ]);
    expect((await store.read(contested)).map(({ type }) => type)).toEqual(['Rival']);
  });
});
