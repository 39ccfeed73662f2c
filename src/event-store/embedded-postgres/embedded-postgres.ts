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
  /** The cluster is in its subfolder `postgres`. Created if missing. */
  readonly dataDir: string;
  /** Default `full`. The service that starts the server decides. */
  readonly durability?: Durability | undefined;
  /** Receives one line for each step or failure of the launcher. */
  readonly log: (line: string) => void;
}

/** A running server on a Unix socket, shared by every service that uses the same `dataDir`. */
export interface EmbeddedPostgres {
  readonly connection: ClientConfig;
  /** The connection as a URL, for programs that take one. */
  readonly connectionString: string;
  /** Leaves the server, which stops when its last service leaves. Close your connections first. */
  stop(): Promise<void>;
}

/**
 * Attaches to the server of `dataDir`, or creates the cluster and starts the server if necessary. Restarts the server if it dies.
 * @throws EmbeddedPostgresError if it cannot run here
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
    // Another service created it first: 42P04, or 23505 if both did so at the same moment.
    if (!(error instanceof DatabaseError && ['42P04', '23505'].includes(error.code ?? ''))) throw error;
  } finally {
    await client.end();
  }
}
