import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { SERVER_ENVIRONMENT } from './cluster.js';
import type { ServerUser } from './server-user.js';

/** `off` loses data if the machine crashes (but not if a process does): for tests only. */
export type Durability = 'full' | 'off';

const SETTINGS = [
  'listen_addresses=',
  'max_connections=200',
  'log_checkpoints=off',
  'log_min_messages=log',
  'unix_socket_permissions=0700',
];
const WITHOUT_DURABILITY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** What is needed to run the server of one cluster. */
export interface ServerPlan {
  /** Absolute path of the data folder. */
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly durability: Durability;
}

/** A postmaster started by this process. */
export interface ServerProcess {
  /** Why it ended; undefined while it runs. */
  readonly ending: () => string | undefined;
}

/** Starts a postmaster that survives this process and a Ctrl-C in its terminal. Output goes to `postgres.log` beside the cluster. */
export async function spawnServer(
  { cluster, binaries, user, durability }: ServerPlan,
  socketFolder: string,
): Promise<ServerProcess> {
  const settings = durability === 'off' ? [...SETTINGS, ...WITHOUT_DURABILITY] : SETTINGS;
  const options = ['-D', cluster, '-k', socketFolder, ...settings.flatMap((setting) => ['-c', setting])];
  const [program = binaries.postgres, ...rest] = [...user.prefix, binaries.postgres, ...options];
  const log = await open(logFileOf(cluster), 'a');
  try {
    const child = spawn(program, rest, {
      ...(user.prefix.length === 0 ? user.ids : {}),
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      // In a new session: Ctrl-C in the terminal must not stop it before the service has drained.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    let ending: string | undefined;
    child.once('error', (error) => (ending = error.message));
    child.once('exit', (code, signal) => (ending = signal ? `ended by ${signal}` : `exit code ${code ?? '?'}`));
    return { ending: () => ending };
  } finally {
    await log.close();
  }
}

/** The last lines of the server log, for an error message. */
export async function lastWords(cluster: string): Promise<string> {
  const log = await readFile(logFileOf(cluster), 'utf8').catch(() => '');
  return log.trim().split('\n').slice(-5).join('\n');
}

function logFileOf(cluster: string): string {
  return join(dirname(cluster), 'postgres.log');
}
