/**
 * `database-server.ts <folder>`: one embedded Postgres for the whole test run, in that folder, with a migrated database to clone.
 * It starts when the first test connects to `<folder>/ask`; every connection gets the connection settings as JSON. When stdin
 * closes, at the end of the test run, it stops and removes the folder.
 */
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import type { EmbeddedPostgres } from '../../src/event-store/embedded-postgres/embedded-postgres.js';
import { startEmbeddedPostgres } from '../../src/event-store/embedded-postgres/embedded-postgres.js';
import { migrate } from '../../src/event-store/migrate.js';
import { TEMPLATE } from './template.js';

const folder = process.argv[2] ?? '';
let starting: Promise<EmbeddedPostgres> | undefined;

const server = createServer((socket) => {
  starting ??= start();
  void answer(socket, starting);
}).listen(join(folder, 'ask'));

await once(process.stdin.resume(), 'end');
server.close();
const postgres = await starting?.catch(() => undefined);
await postgres?.stop();
await rm(folder, { recursive: true, force: true });

async function start(): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({
    dataDir: folder,
    durability: 'off',
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const client = new Client(started.connection);
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate({ ...started.connection, database: TEMPLATE });
  return started;
}

async function answer(socket: Socket, started: Promise<EmbeddedPostgres>): Promise<void> {
  socket.on('error', () => undefined);
  const reply = await started.then(
    ({ connection }) => ({ connection }),
    (error: unknown) => ({ error: String(error) }),
  );
  socket.end(JSON.stringify(reply));
}
