import { Pool } from 'pg';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import { testDatabase } from '../support/postgres.js';
import { describeEventStore } from './event-store.contract.js';

describeEventStore('the log in Postgres', async () => {
  const database = await testDatabase();
  const open = async (): Promise<{ store: PostgresEventStore; pool: Pool }> => {
    const pool = new Pool({ ...database.connection, max: 5 });
    const store = new PostgresEventStore(pool, database.connection, (error) => {
      throw error;
    });
    await store.start();
    return { store, pool };
  };
  const [one, two] = [await open(), await open()];
  return {
    store: one.store,
    other: two.store,
    close: async () => {
      for (const { store, pool } of [one, two]) {
        await store.close();
        await pool.end();
      }
      await database.close();
    },
  };
});
