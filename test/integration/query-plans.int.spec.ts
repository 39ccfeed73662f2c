import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { planOf, requireNoScanOf, statementsDuring } from '../bench/query-plans.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';

describe('the plans that the admin bench looks at', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await testDatabase();
    pool = new Pool(database.connection);
    await pool.query(`
      insert into event (position, project_id, seq, run, type, data, actor, at)
      select n, 'p-' || n % 100, n / 100 + 1, 1, 'CostBooked', '{}', 'driver', now() from generate_series(1, 20000) n`);
    await pool.query('analyze event');
  });

  afterAll(async () => {
    await pool.end();
    await database.close();
  });

  async function check(sql: string, values: readonly unknown[]): Promise<void> {
    const statements = await statementsDuring(async () => {
      await pool.query(sql, [...values]);
    });
    const plans = await Promise.all(statements.map(async (each) => ({ what: sql, plan: await planOf(pool, each) })));
    expect(plans).toHaveLength(1);
    requireNoScanOf('event', plans);
  }

  it('pass where an index leads to the rows', async () => {
    await check('select data from event where project_id = $1 and seq = $2', ['p-7', 3]);
  });

  it('fail where the whole log is read, at any depth', async () => {
    await expect(check('select count(*) from event where data @> $1', [{ a: 1 }])).rejects.toThrow(
      'The whole of event is read:\nselect count(*) from event where data @> $1: Aggregate > Seq Scan on event',
    );
  });
});
