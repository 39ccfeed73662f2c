import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { UserIds } from './server-user.js';

/** Only part of the name of the socket: Postgres does not listen on TCP. */
export const SOCKET_PORT = 5432;
/** Length of `sun_path` without its NUL on macOS; Linux allows four more bytes. */
const LONGEST_SOCKET_PATH = 103;

/** The socket folder of the cluster: the one in its lock file, or else the default one. */
export async function socketFolderOf(cluster: string): Promise<string> {
  const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  // Line 5, see miscadmin.h in Postgres. The server may have been started by a process with another TMPDIR.
  return lock.split('\n')[4] || defaultSocketFolder(cluster);
}

/** Its path is short enough for a socket, however long the path of the cluster is. */
export function defaultSocketFolder(cluster: string): string {
  const name = `firstlight-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
  const folder = join(tmpdir(), name);
  const isShort = Buffer.byteLength(`${folder}/.s.PGSQL.${SOCKET_PORT}`) <= LONGEST_SOCKET_PATH;
  return isShort ? folder : join('/tmp', name);
}

/** Creates the folder so that only the server user can enter it: whoever can enter it is superuser of the database. */
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
