import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SERVER_ENVIRONMENT, SUPERUSER } from './cluster.js';
import { SERVICES_LOCK } from './membership.js';
import { SOCKET_PORT } from './socket-folder.js';

/** The same file from `src` and from `dist`, where the build does not copy it. */
const STOP_ABANDONED = fileURLToPath(
  new URL('../../../src/event-store/embedded-postgres/stop-abandoned.cjs', import.meta.url),
);

/** A service that was killed usually comes back sooner, and then finds its server running. */
const GRACE_MS = 3_000;

/** A shell waits for a word; the end of its input without one means that this process has died. Only then Node is started. */
const UNLESS_TOLD = 'read -r _ || exec "$0" "$@"';

/** Sees to it that the server does not outlive its services, however they end. */
export interface Watch {
  /** This service has left the server itself. */
  end(): Promise<void>;
}

/** @param lockFile Postgres' own, `postmaster.pid` */
export function startWatch(lockFile: string): Watch {
  const plan = { lockFile, user: SUPERUSER, port: SOCKET_PORT, servicesLock: SERVICES_LOCK, graceMs: GRACE_MS };
  const child = spawn('/bin/sh', ['-c', UNLESS_TOLD, process.execPath, STOP_ABANDONED, JSON.stringify(plan)], {
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    // A session of its own: what ends this process's group must not end it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  // Where there is no shell, or it was killed, the server outlives a killed service as it did before.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'exit').catch(() => undefined);
  return {
    end: async () => {
      // Waited for: nothing else may keep this process from ending first.
      child.ref();
      child.stdin.end('left\n');
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await ended;
    },
  };
}
