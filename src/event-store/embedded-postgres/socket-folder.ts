import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { UserIds } from './server-user.js';

/** Part of the socket's name only: Postgres listens on no TCP port. */
export const SOCKET_PORT = 5432;
/** sun_path less its NUL on macOS; Linux takes four more. */
const LONGEST_SOCKET_PATH = 103;

/** Where the cluster's server listens: what its lock file says, else the folder that belongs to this cluster. */
export async function socketFolderOf(cluster: string): Promise<string> {
  const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  // Line 5 (Postgres' miscadmin.h); another process may have had another TMPDIR.
  return lock.split('\n')[4] || defaultSocketFolder(cluster);
}

/** Short whatever the cluster's path is. */
export function defaultSocketFolder(cluster: string): string {
  const name = `firstlight-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
  const folder = join(tmpdir(), name);
  const isShort = Buffer.byteLength(`${folder}/.s.PGSQL.${SOCKET_PORT}`) <= LONGEST_SOCKET_PATH;
  return isShort ? folder : join('/tmp', name);
}

/** Makes the folder for the server's user alone: who can enter it is the database's superuser. */
export async function makeSocketFolder(folder: string, ids: UserIds | undefined): Promise<void> {
  const owner = ids?.uid ?? process.getuid?.();
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  if (ids && (await lstat(folder)).uid === 0) await chown(folder, ids.uid, ids.gid);
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new EmbeddedPostgresError(
      `${folder} is not a closed folder of the user with id ${owner ?? '?'}`,
      `Remove ${folder}`,
    );
  }
}
