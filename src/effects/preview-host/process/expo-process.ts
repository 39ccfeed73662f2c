import { randomBytes } from 'node:crypto';
import { Duplex } from 'node:stream';
import { join } from 'node:path';

import getPort from 'get-port';

import type { MetroAddress } from '../metro-address.js';
import type { PreviewPaths } from '../preview-paths.js';
import { minimalEnvironment } from '../../processes/child-environment.js';
import { ControlClient } from './control-client.js';
import type { MetroEvent } from './metro-events.js';
import { type OwnedChild, startOwned } from '../../processes/owned-child.js';

const CONTROL_FD = 4;
/** A first bundle allocates and drops a gigabyte: with V8's default of 16 MB, a sixth of the time goes to garbage collection. */
const YOUNG_SPACE = '--max-semi-space-size=32';

/** One life of `expo start`. */
export interface ExpoProcess {
  readonly pid: number;
  /** Of Metro's HTTP server. */
  readonly metro: MetroAddress;
  readonly control: ControlClient;
  /** The projects that it builds or updates, as it told last. */
  busy(): readonly string[];
  /** Resolves with why, once the process has gone. */
  readonly ended: Promise<string>;
  /** Ends the process and everything it started; resolves when it has gone. */
  stop(): Promise<void>;
}

/** Where Expo works. */
export interface ExpoSetup extends PreviewPaths {
  /** Processes that compile files at once; default: as Metro takes them for this machine. */
  readonly workers?: number | undefined;
}

/**
 * Starts Expo in the host folder and resolves when it listens. It gets none of the service's secrets, and
 * exits by itself when our end of its control socket closes, however this process ends.
 * @throws Error with the end of its output when it ends before it listens
 */
export async function startExpo(
  setup: ExpoSetup,
  onEvent: (event: MetroEvent) => void,
  signal: AbortSignal,
): Promise<ExpoProcess> {
  signal.throwIfAborted();
  const key = randomBytes(24).toString('hex');
  const child = spawnExpo(setup, await getPort({ host: '127.0.0.1' }), key);
  const { pid, output, ended } = child;
  const stop = (): Promise<void> => child.stop();

  let projects: readonly string[] = [];
  const listening = Promise.withResolvers<number>();
  const control = new ControlClient(socketOf(child), (event) => {
    if (event.event === 'listening') listening.resolve(event.port);
    else if (event.event === 'busy') projects = event.projects;
    else onEvent(event);
  });
  // What is not wanted any more should not go on computing for a moment; what it leaves half written in a cache is not taken.
  const onAbort = (): void => void child.stop(0);
  signal.addEventListener('abort', onAbort, { once: true });
  void ended.then((why) => {
    signal.removeEventListener('abort', onAbort);
    listening.reject(new Error(`Expo ended (${why}). Its last lines:\n${output.lastLines(20)}`));
  });
  const port = await listening.promise;
  return { pid, metro: { port, key }, control, busy: () => projects, ended, stop };
}

function spawnExpo({ hostDir, cacheDir, workers }: ExpoSetup, port: number, key: string): OwnedChild {
  const cli = join('node_modules', 'expo', 'bin', 'cli');
  const atOnce = workers === undefined ? [] : ['--max-workers', String(workers)];
  return startOwned(process.execPath, [YOUNG_SPACE, cli, 'start', '--port', String(port), '--offline', ...atOnce], {
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
      FIRSTLIGHT_METRO_KEY: key,
    },
    pipes: 1,
  });
}

function socketOf(child: OwnedChild): Duplex {
  const socket = child.stdio[CONTROL_FD];
  if (!(socket instanceof Duplex)) throw new Error('The preview process has no control socket.');
  return socket;
}
