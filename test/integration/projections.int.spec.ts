import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Database } from '../../src/event-store/database.js';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import { ConnectionsView } from '../../src/projections/connections/connections-view.js';
import { InstanceLease } from '../../src/projections/instance-lease.js';
import type { Projection } from '../../src/projections/projection.js';
import { ProjectionRunner } from '../../src/projections/projection-runner.js';
import { Projections } from '../../src/projections/projections.js';
import { READ_MODELS } from '../../src/projections/read-models.js';
import { selectRows } from '../../src/projections/table-shape.js';
import { StatusView } from '../../src/projections/status/status-view.js';
import { STATUS_TABLE, statusProjection } from '../../src/projections/status/table.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { completeRun, failedRun, presence } from './projection-run.js';

const VIEWS = ['project_view', 'run_view', 'file_view', 'viewer_count'] as const;

let test: TestDatabase;
let database: Database;
let store: PostgresEventStore;
const toStop: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  // Failures are part of these tests; their log lines are not.
  Logger.overrideLogger(false);
  test = await testDatabase();
  database = await Database.open({
    databaseUrl: test.connectionString,
    dataDir: '',
    poolSize: 30,
    log: () => undefined,
  });
  store = new PostgresEventStore(database.pool, database.connection, () => undefined);
  await store.start();
});

afterEach(async () => {
  await Promise.all(toStop.splice(0).map((stop) => stop()));
});

afterAll(async () => {
  await store.close();
  await database.close();
  await test.close();
});

async function startProjections(): Promise<Projections> {
  const projections = new Projections(database, store);
  toStop.push(() => projections.beforeApplicationShutdown());
  await projections.onApplicationBootstrap();
  return projections;
}

async function startRunner(projection: Projection): Promise<ProjectionRunner> {
  const runner = new ProjectionRunner(projection, database.pool, store);
  toStop.push(() => runner.stop());
  await runner.start();
  return runner;
}

async function caughtUpWithEverything(projections: Projections): Promise<void> {
  const head = await store.headPosition();
  for (const name of ['status', 'files', 'connections'] as const) {
    await until(() => projections.caughtUp(name, head));
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function statusOf(projectId: string) {
  return (await selectRows(database.pool, STATUS_TABLE, 'WHERE project_id = $1', [projectId]))[0];
}

async function allRows(): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    VIEWS.map(async (name) => [name, (await database.pool.query(`SELECT * FROM ${name} ORDER BY 1, 2`)).rows] as const),
  );
  return Object.fromEntries(tables);
}

describe('the projections', () => {
  it('fold the log into their tables', async () => {
    await store.append('fold-1', 0, completeRun());
    await caughtUpWithEverything(await startProjections());
    const { rows } = await database.pool.query(
      `SELECT p.status, p.progress, p.is_complete, p.seq, r.app_name, r.screens, r.files, r.cost_usd, f.path, f.sha256
       FROM project_view p JOIN run_view r USING (project_id) JOIN file_view f USING (project_id)
       WHERE project_id = 'fold-1'`,
    );
    expect(rows).toEqual([
      {
        status: 'ready',
        progress: 5,
        is_complete: true,
        seq: 10,
        app_name: 'Plants',
        screens: ['Plants'],
        files: 2,
        cost_usd: 0.5,
        path: 'app/index.tsx',
        sha256: '1'.repeat(64),
      },
    ]);
  });

  it('follow what is appended while they run, in batches of any size', async () => {
    const projections = await startProjections();
    for (const [index, event] of completeRun().entries()) await store.append('fold-2', index, [event]);
    await store.append('fold-2', 10, completeRun(2, 'a plant watering app for two'));
    expect(await projections.caughtUpStream('status', 'fold-2', 20)).toBe(true);
    expect(await statusOf('fold-2')).toMatchObject({ run: 2, seq: 20, is_complete: true });
  });

  it('let a writer read its own write at once', async () => {
    const projections = await startProjections();
    for (let n = 0; n < 50; n++) {
      await store.append(`own-${n}`, 0, failedRun());
      expect(await projections.caughtUpStream('status', `own-${n}`, 4)).toBe(true);
      expect(await statusOf(`own-${n}`)).toMatchObject({ status: 'error', seq: 4 });
    }
  });

  it('go on where events are erased between two reads', async () => {
    await store.append('erased-1', 0, failedRun());
    const events = await store.readAll(0, 1_000);
    const pages = [events.slice(1)];
    const erased = Object.create(store, {
      readAll: { value: () => Promise.resolve(pages.shift() ?? []) },
    }) as EventStore;
    const nothing: Projection = { name: 'erased', version: 1, tables: [], apply: () => Promise.resolve() };
    const runner = new ProjectionRunner(nothing, database.pool, erased);
    toStop.push(() => runner.stop());
    await runner.start();
    expect(await runner.caughtUp(events.at(-1)?.position ?? NaN, 5_000)).toBe(true);
  });

  it('come out the same when they are emptied and read the log again', async () => {
    const first = await startProjections();
    await store.append('again-1', 0, failedRun());
    await store.append('presence:again', 0, [
      presence('ViewerConnected', 'again-1'),
      presence('ViewerConnected', 'again-1'),
      presence('ViewerDisconnected', 'again-1'),
    ]);
    await caughtUpWithEverything(first);
    await first.beforeApplicationShutdown();
    const before = await allRows();

    await database.pool.query(`TRUNCATE ${VIEWS.join(', ')}, projection`);
    await caughtUpWithEverything(await startProjections());

    expect(await allRows()).toEqual(before);
    expect(before['viewer_count']).toEqual([{ instance_id: 'again', project_id: 'again-1', count: 1 }]);
  });

  it('fold each event once, however many instances compete', async () => {
    const instances = await Promise.all([startProjections(), startProjections(), startProjections()]);
    const streams = Array.from({ length: 20 }, (_, n) => `race-${n}`);
    await Promise.all([
      ...streams.map((id) => store.append(id, 0, completeRun())),
      ...streams.map((id) => store.append(`presence:${id}`, 0, [presence('ViewerConnected', 'race')])),
    ]);
    await Promise.all(instances.map(caughtUpWithEverything));
    const { rows } = await database.pool.query(
      `SELECT (SELECT sum(count)::int FROM viewer_count WHERE project_id = 'race') AS viewers,
              (SELECT count(*)::int FROM run_view WHERE project_id LIKE 'race-%' AND files = 2) AS runs`,
    );
    expect(rows).toEqual([{ viewers: 20, runs: 20 }]);
  });
});

describe('a view whose fold has changed', () => {
  /** As a program of an earlier version has left it: with a fold that this one cannot go on from. */
  async function leftByAnEarlierVersion(): Promise<Record<string, unknown[]>> {
    const projections = await startProjections();
    await caughtUpWithEverything(projections);
    await projections.beforeApplicationShutdown();
    const rows = await allRows();
    await database.pool.query(`UPDATE project_view SET fold = '{"message": "as it was"}'`);
    await database.pool.query(`UPDATE run_view SET app_name = 'as it was'`);
    await database.pool.query(`UPDATE projection SET version = 1 WHERE name = 'status'`);
    return rows;
  }

  it('is rebuilt at the start, while the old one serves, and goes on with what comes meanwhile', async () => {
    await store.append('old-fold', 0, failedRun());
    const before = await leftByAnEarlierVersion();
    const projections = await startProjections();
    expect(await new StatusView(database).list({ limit: 100 })).toHaveLength(before['project_view']?.length ?? 0);
    await store.append('old-fold', 4, [{ type: 'RetryRequested', data: {}, run: 1, actor: 'test' }]);
    await until(async () => (await statusOf('old-fold'))?.seq === 5);
    await caughtUpWithEverything(projections);
    expect((await allRows())['run_view']).toHaveLength(before['run_view']?.length ?? 0);
    expect(await statusOf('old-fold')).toMatchObject({ status: 'initializing', fold: { state: { seq: 5 } } });
    const { rows } = await database.pool.query(
      `SELECT name, version FROM projection WHERE name LIKE '%status%'
       UNION SELECT nspname, 0 FROM pg_namespace WHERE nspname LIKE 'rebuild%'`,
    );
    expect(rows).toEqual([{ name: 'status', version: statusProjection.version }]);
  });

  it('is rebuilt once, however many instances start', async () => {
    const before = await leftByAnEarlierVersion();
    await Promise.all([startProjections(), startProjections(), startProjections()]);
    await until(async () => JSON.stringify(await allRows()) === JSON.stringify(before));
  });

  it('is not even read by a fold of another version', async () => {
    await store.append('other-fold', 0, failedRun());
    await leftByAnEarlierVersion();
    expect(await new StatusView(database).fold('other-fold')).toBeUndefined();
    const projections = await startProjections();
    await caughtUpWithEverything(projections);
  });

  it('is left to the newer program that made it', async () => {
    const projections = await startProjections();
    await caughtUpWithEverything(projections);
    await database.pool.query(`UPDATE projection SET version = 99 WHERE name = 'status'`);
    await store.append('newer', 0, failedRun());
    await until(async () => !(await projections.caughtUp('status', await store.headPosition())));
    expect(await statusOf('newer')).toBeUndefined();
    await database.pool.query(`UPDATE projection SET version = $1 WHERE name = 'status'`, [statusProjection.version]);
  });

  it('has the columns that the migrations made', async () => {
    for (const table of Object.values(READ_MODELS).flatMap(({ projection }) => projection.tables)) {
      const { rows } = await database.pool.query<{ name: string; type: string; isNullable: boolean }>(
        `SELECT column_name AS name, replace(data_type, 'timestamp with time zone', 'timestamptz') AS type,
                is_nullable = 'YES' AS "isNullable"
         FROM information_schema.columns
         WHERE table_name = $1 AND table_schema = current_schema() AND is_generated = 'NEVER'`,
        [table.name],
      );
      expect(Object.fromEntries(rows.map(({ name, ...column }) => [name, column]))).toEqual(table.columns);
    }
  });
});

describe('a projection runner', () => {
  it('tries a batch again until it succeeds, and skips nothing', async () => {
    const seen: number[] = [];
    let failures = 2;
    const runner = await startRunner({
      name: 'sometimes-fails',
      version: 1,
      tables: [],
      apply: (_tx, events) => {
        if (failures-- > 0) return Promise.reject(new Error('not yet'));
        seen.push(...events.map(({ position }) => position));
        return Promise.resolve();
      },
    });
    const head = await store.headPosition();
    expect(await runner.caughtUp(head, 10_000)).toBe(true);
    expect(seen).toEqual(Array.from({ length: head }, (_, index) => index + 1));
  });

  it('rolls the rows of a failed batch back together with its checkpoint', async () => {
    await database.pool.query('CREATE TABLE half_done (position bigint)');
    let isBroken = true;
    const runner = await startRunner({
      name: 'half-done',
      version: 1,
      tables: [],
      async apply(tx, events) {
        await tx.query('INSERT INTO half_done SELECT unnest($1::bigint[])', [events.map(({ position }) => position)]);
        if (isBroken) {
          isBroken = false;
          throw new Error('after the write');
        }
      },
    });
    const head = await store.headPosition();
    expect(await runner.caughtUp(head, 10_000)).toBe(true);
    const { rows } = await database.pool.query(
      'SELECT count(*)::int AS n, count(DISTINCT position)::int AS d FROM half_done',
    );
    expect(rows).toEqual([{ n: head, d: head }]);
  });

  it('tells a reader that a position is not reached in the time it has', async () => {
    const runner = await startRunner({ name: 'idle', version: 1, tables: [], apply: () => Promise.resolve() });
    expect(await runner.caughtUp((await store.headPosition()) + 1, 5)).toBe(false);
  });
});

describe('the instance lease', () => {
  async function startLease(instanceId: string): Promise<InstanceLease> {
    const lease = new InstanceLease(instanceId, database);
    toStop.push(() => lease.beforeApplicationShutdown());
    await lease.onApplicationBootstrap();
    return lease;
  }

  it('makes the viewers of its instance count until it ends', async () => {
    const view = new ConnectionsView(database);
    const projections = await startProjections();
    const lease = await startLease('alive');
    await startLease('other');
    await store.append('presence:alive', 0, [
      presence('ViewerConnected', 'leased'),
      presence('ViewerConnected', 'leased'),
    ]);
    await store.append('presence:other', 0, [presence('ViewerConnected', 'leased')]);
    await store.append('presence:dead', 0, [presence('ViewerConnected', 'leased')]);
    await caughtUpWithEverything(projections);
    expect(await view.viewersOf('leased')).toBe(3);

    await lease.beforeApplicationShutdown();
    expect(await view.viewersOf('leased')).toBe(1);
  });

  it('takes the viewers of instances that are long gone out of the table, and its own never', async () => {
    const projections = await startProjections();
    for (const name of ['gone', 'asleep', 'awake']) {
      await startLease(name);
      await store.append(`presence:${name}`, 0, [presence('ViewerConnected', 'left-behind')]);
    }
    await store.append('presence:unknown', 0, [presence('ViewerConnected', 'left-behind')]);
    await caughtUpWithEverything(projections);
    const longAgo = "expires_at = now() - interval '11 minutes'";
    await database.pool.query(`UPDATE instance_lease SET ${longAgo} WHERE instance_id IN ('gone', 'asleep')`);
    await startLease('asleep');
    const { rows } = await database.pool.query<{ instance_id: string }>(
      "SELECT instance_id FROM viewer_count WHERE project_id = 'left-behind' ORDER BY 1",
    );
    expect(rows.map(({ instance_id }) => instance_id)).toEqual(['asleep', 'awake']);
  });

  it('does not count for an instance that died without a word, once it has expired', async () => {
    const view = new ConnectionsView(database);
    await startLease('killed');
    await store.append('presence:killed', 0, [presence('ViewerConnected', 'abandoned')]);
    await caughtUpWithEverything(await startProjections());
    expect(await view.viewersOf('abandoned')).toBe(1);
    await database.pool.query(
      "UPDATE instance_lease SET expires_at = now() - interval '1 ms' WHERE instance_id = 'killed'",
    );
    expect(await view.viewersOf('abandoned')).toBe(0);
  });
});
