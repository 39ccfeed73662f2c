import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientConfig } from 'pg';
import { Client, DatabaseError } from 'pg';
import { findBinaries } from './binaries.js';
import { makeCluster, makeClusterParent, SUPERUSER } from './cluster.js';
import type { Durability } from './server-process.js';
import { Server } from './server.js';
import { chooseServerUser } from './server-user.js';

const DATABASE = 'firstlight';

export interface EmbeddedPostgresOptions {
  /** The cluster lives in its folder `postgres`; made when missing. */
  readonly dataDir: string;
  /** Default 'full'. Decided by the service that starts the server. */
  readonly durability?: Durability | undefined;
  /** Told in a line each what the launcher does, and what went wrong with it. */
  readonly log: (line: string) => void;
}

/** A running server on a unix socket, shared by every service on the same `dataDir`. */
export interface EmbeddedPostgres {
  readonly connection: ClientConfig;
  /** The same as a URL, for programs that take one. */
  readonly connectionString: string;
  /** Leaves the server; the last service out stops it. Close your connections first. */
  stop(): Promise<void>;
}

/**
 * Attaches to the server of `dataDir`, or starts it, making its cluster when there is none; brings it back when it dies.
 * @throws EmbeddedPostgresError when it cannot run here
 */
export async function startEmbeddedPostgres({
  dataDir,
  durability = 'full',
  log,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true });
  const cluster = join(await realpath(dataDir), 'postgres', 'cluster');
  await makeClusterParent(cluster);
  const binaries = await findBinaries();
  const user = await chooseServerUser(cluster, [dirname(cluster), binaries.postgres]);
  await makeCluster(cluster, binaries, user);
  const server = new Server({ cluster, binaries, user, durability }, log);
  const address = await server.start();
  try {
    await createDatabase(address);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    connection: { ...address, database: DATABASE },
    connectionString: `postgresql://${SUPERUSER}@localhost:${address.port}/${DATABASE}?host=${encodeURIComponent(address.host)}`,
    stop: () => server.stop(),
  };
}

async function createDatabase(address: ClientConfig): Promise<void> {
  const client = new Client({ ...address, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Another service was quicker: 42P04 says so, 23505 when it was at the same moment.
    if (!(error instanceof DatabaseError && ['42P04', '23505'].includes(error.code ?? ''))) throw error;
  } finally {
    await client.end();
  }
}
