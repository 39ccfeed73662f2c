import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

/** A second service was started on a folder that one uses already. */
export class DataDirInUse extends Error {
  readonly code = 'data_dir_in_use';
  constructor(dataDir: string, holder: string) {
    super(
      `DATA_DIR ${dataDir} is used by another Firstlight: ${holder}. Use that one, stop it, or give this one a folder of its own: ` +
        'DATA_DIR=.firstlight-2 PORT=8080 PHONE_PORT=8081 npm start. To share one log, set the same DATABASE_URL for both.',
    );
    this.name = 'DataDirInUse';
  }
}

/** This service's hold on its data folder. */
export interface DataDirLock {
  release(): Promise<void>;
}

/** sun_path less its NUL on macOS; Linux takes four more. */
const LONGEST_SOCKET_PATH = 103;
const ANSWER_LIMIT_MS = 2_000;

/**
 * Takes the folder for this process: a socket that listens, which the system closes however the process ends, so that nothing
 * of it survives a kill. Who comes later is told by it who is there.
 * @param describe this process, for that: `process 12, at http://localhost:8000`
 * @throws DataDirInUse
 */
export async function lockDataDir(dataDir: string, describe: () => string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  const path = socketPathIn(folder);
  // Only one at a time finds out whether the socket is a dead one's, and takes its place.
  const retries = { retries: 100, factor: 1, minTimeout: 50, maxTimeout: 100 };
  const unlock = await lock(folder, { lockfilePath: `${path}.lock`, stale: 5_000, retries });
  try {
    const holder = await holderOf(path);
    if (holder !== undefined) throw new DataDirInUse(folder, holder);
    await rm(path, { force: true });
    const server = await listen(path, describe);
    return { release: () => close(server) };
  } finally {
    await unlock();
  }
}

function socketPathIn(folder: string): string {
  const inside = join(folder, 'service.sock');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH) return inside;
  return join(tmpdir(), `firstlight-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}.sock`);
}

/** What the one who listens there says of itself; undefined where nobody does. */
async function holderOf(path: string): Promise<string | undefined> {
  const socket = createConnection(path);
  try {
    await once(socket, 'connect');
  } catch (error) {
    socket.destroy();
    if (['ENOENT', 'ECONNREFUSED'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
  // One that is frozen does not answer, but is there.
  const silence = sleep(ANSWER_LIMIT_MS, '', { ref: false });
  const answer = await Promise.race([text(socket).catch(() => ''), silence]);
  socket.destroy();
  return answer || 'one that does not answer';
}

async function listen(path: string, describe: () => string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(describe());
  });
  server.listen(path);
  await once(server, 'listening');
  // It alone keeps nobody alive.
  return server.unref();
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  await once(server, 'close');
}
