import { execFile } from 'node:child_process';
import { access, chmod, chown, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { ServerUser } from './server-user.js';

const run = promisify(execFile);

/**
 * The superuser, who owns the database. It has no password: the server is reachable only through a socket folder that other users
 * cannot enter.
 */
export const SUPERUSER = 'firstlight';

/** The environment of the Postgres programs, without the secrets of the service. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/** Creates the cluster if it does not exist. If several processes do so at once, the first to finish wins and the others discard theirs. */
export async function makeCluster(cluster: string, binaries: Binaries, user: ServerUser): Promise<void> {
  if (await exists(cluster)) return;
  const unfinished = await mkdtemp(`${cluster}.init-`);
  try {
    if (user.ids) await chown(unfinished, user.ids.uid, user.ids.gid);
    await initialise(unfinished, binaries, user);
    await rename(unfinished, cluster);
  } catch (error) {
    if (!(await exists(cluster))) throw error;
  } finally {
    await removeUnfinished(cluster);
  }
}

/** Once the cluster exists, unfinished ones can go: they belong to slower processes or were left by a crash. */
async function removeUnfinished(cluster: string): Promise<void> {
  if (!(await exists(cluster))) return;
  const parent = dirname(cluster);
  const names = (await readdir(parent)).filter((name) => name.startsWith(`${basename(cluster)}.init-`));
  await Promise.all(names.map((name) => rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 })));
}

async function initialise(folder: string, binaries: Binaries, { ids, prefix }: ServerUser): Promise<void> {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8'];
  const options = ['-D', folder, '-U', SUPERUSER, '-A', 'trust', ...locale, '--no-instructions'];
  const [program = binaries.initdb, ...rest] = [...prefix, binaries.initdb, ...options];
  try {
    await run(program, rest, { ...(prefix.length === 0 ? ids : {}), cwd: '/', env: SERVER_ENVIRONMENT });
  } catch (cause) {
    const output = (cause as { stderr?: string }).stderr ?? '';
    throw new EmbeddedPostgresError(`initdb failed in ${folder}: ${output.trim()}`, 'Fix the cause', { cause });
  }
}

/** Creates the folder above the cluster. The Postgres user can pass through it, but only the user of the service can change it. */
export async function makeClusterParent(cluster: string): Promise<void> {
  const parent = dirname(cluster);
  await mkdir(parent, { recursive: true });
  if (process.getuid?.() === 0) await chmod(parent, 0o711);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
