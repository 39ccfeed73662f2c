import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SERVER_ENVIRONMENT, SUPERUSER } from './cluster.js';
import { SERVICES_LOCK } from './membership.js';
import { SOCKET_PORT } from './socket-folder.js';

/** The same path works from `src` and from `dist`, because the build does not copy the file. */
const STOP_ABANDONED = fileURLToPath(
  new URL('../../../src/event-store/embedded-postgres/stop-abandoned.cjs', import.meta.url),
);

/** A killed service usually comes back within this time and then finds its server running. */
const GRACE_MS = 3_000;

/**
 * The shell waits for a line on its input. The end of the input without one means that this process has died. Node.js is started
 * only then.
 */
const UNLESS_TOLD = 'read -r _ || exec "$0" "$@"';

/** Makes sure that the server stops with its services, however they end. */
export interface Watch {
  /** Call it after this service has left the server. */
  end(): Promise<void>;
}

/** @param lockFile the `postmaster.pid` of Postgres */
export function startWatch(lockFile: string): Watch {
  const plan = { lockFile, user: SUPERUSER, port: SOCKET_PORT, servicesLock: SERVICES_LOCK, graceMs: GRACE_MS };
  const child = spawn('/bin/sh', ['-c', UNLESS_TOLD, process.execPath, STOP_ABANDONED, JSON.stringify(plan)], {
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    // In a new session, so that a signal to the process group of this process does not end it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  // If there is no shell, or it was killed, the server keeps running after its service is killed.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'exit').catch(() => undefined);
  return {
    end: async () => {
      // Referenced again, so that this process does not end before it.
      child.ref();
      child.stdin.end('left\n');
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await ended;
    },
  };
}
