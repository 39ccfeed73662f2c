import { spawn, type ChildProcess } from 'node:child_process';
import { Duplex } from 'node:stream';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorCode } from '../error-code.js';
import type { PreviewPaths } from '../preview-paths.js';
import { minimalEnvironment } from './child-environment.js';
import { ControlClient } from './control-client.js';
import { freePort } from './free-port.js';
import type { MetroEvent } from './metro-events.js';
import { OutputTail } from './output-tail.js';

const CONTROL_FD = 3;
const TERMINATE_GRACE_MS = 1000;

/** One life of `expo start`. */
export interface ExpoProcess {
  readonly pid: number;
  /** Loopback port of Metro's HTTP server. */
  readonly port: number;
  readonly control: ControlClient;
  /** Resolves with why, once the process has gone. */
  readonly ended: Promise<string>;
  /** Ends the process and everything it started; resolves when it has gone. */
  stop(): Promise<void>;
}

/**
 * Starts Expo in the host folder and resolves when it listens. It runs in a process group of its own, with none of the
 * service's secrets, and exits by itself when our end of its control socket closes, however this process ends.
 * @throws Error with the end of its output when it ends before it listens
 */
export async function startExpo(
  paths: PreviewPaths,
  onEvent: (event: MetroEvent) => void,
  signal: AbortSignal,
): Promise<ExpoProcess> {
  signal.throwIfAborted();
  const child = spawnExpo(paths, await freePort());
  const output = new OutputTail();
  output.drain(child.stdout, child.stderr);
  const ended = endOf(child);
  const stop = (): Promise<void> => stopGroup(child, ended);

  const listening = Promise.withResolvers<number>();
  const control = new ControlClient(socketOf(child), (event) => {
    if (event.event === 'listening') listening.resolve(event.port);
    else onEvent(event);
  });
  const onAbort = (): void => void stop();
  signal.addEventListener('abort', onAbort, { once: true });
  void ended.then((why) => {
    signal.removeEventListener('abort', onAbort);
    listening.reject(new Error(`Expo ended (${why}). Its last lines:\n${output.lastLines(20)}`));
  });
  const port = await listening.promise;
  return { pid: child.pid ?? -1, port, control, ended, stop };
}

function spawnExpo({ hostDir, cacheDir }: PreviewPaths, port: number): ChildProcess {
  const cli = join('node_modules', 'expo', 'bin', 'cli');
  return spawn(process.execPath, [cli, 'start', '--port', String(port), '--offline'], {
    cwd: hostDir,
    env: {
      ...minimalEnvironment(),
      TMPDIR: join(cacheDir, 'tmp'),
      TEMP: join(cacheDir, 'tmp'),
      TMP: join(cacheDir, 'tmp'),
      __UNSAFE_EXPO_HOME_DIRECTORY: join(cacheDir, 'expo'),
      EXPO_OFFLINE: '1',
      EXPO_NO_TELEMETRY: '1',
      EXPO_NO_DEPENDENCY_VALIDATION: '1',
      EXPO_NO_TYPESCRIPT_SETUP: '1',
      EXPO_NO_METRO_WORKSPACE_ROOT: '1',
      EXPO_UNSTABLE_HEADLESS: '1',
      FIRSTLIGHT_CONTROL_FD: String(CONTROL_FD),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

function socketOf(child: ChildProcess): Duplex {
  const socket = child.stdio[CONTROL_FD];
  if (!(socket instanceof Duplex)) throw new Error('The preview process has no control socket.');
  return socket;
}

/** Every way the child can end, as one sentence. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`),
    );
  });
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  killGroup(child, 'SIGTERM');
  const hasEnded = await Promise.race([ended.then(() => true), sleep(TERMINATE_GRACE_MS, false, { ref: false })]);
  // Also after a quiet end: its transform workers share the group.
  killGroup(child, 'SIGKILL');
  if (!hasEnded) await ended;
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
