import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import type { ClientConfig } from 'pg';
import { Client } from 'pg';
import { TEMPLATE } from './template.js';

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  readonly connection: ClientConfig;
  /** The connection as a URL, for the DATABASE_URL of a service. */
  readonly connectionString: string;
  /** Drops the database and ends the remaining connections. */
  close(): Promise<void>;
}

/** Clones a database on the test server of the run (see global-setup.mjs), which starts on the first call. Close it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await askForServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(server, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const { host = '', port = 5432, user = '' } = server;
  return {
    connection: { ...server, database: name },
    connectionString: `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`,
    close: () => drop(server, name),
  };
}

/** Postgres waits 5 s for sessions that are ending (`pool.end()` does not wait for its sockets); the others are terminated. */
async function drop(server: ClientConfig, name: string): Promise<void> {
  await execute(server, `drop database ${name}`).catch(() => execute(server, `drop database ${name} with (force)`));
}

async function askForServer(): Promise<ClientConfig> {
  const ask = process.env['FIRSTLIGHT_TEST_SERVER'];
  if (ask === undefined)
    throw new Error(
      'FIRSTLIGHT_TEST_SERVER is not set: jest.config.mjs needs globalSetup test/support/global-setup.mjs.',
    );
  const reply = (await json(await connectWhenListening(ask))) as { connection?: ClientConfig; error?: string };
  if (!reply.connection) throw new Error(`The test server did not start: ${reply.error ?? 'no reason given'}`);
  return reply.connection;
}

/** The keeper is started without waiting for it, so its socket may not exist yet. */
async function connectWhenListening(path: string): Promise<ReturnType<typeof connect>> {
  const deadlineMs = Date.now() + 20_000;
  for (;;) {
    const socket = connect(path);
    try {
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      return socket;
    } catch (error) {
      if (Date.now() > deadlineMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function execute(server: ClientConfig, sql: string): Promise<void> {
  const client = new Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
