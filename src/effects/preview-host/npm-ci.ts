import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { PreparationStep } from './preview-host.port.js';
import { npmEnvironment } from '../processes/child-environment.js';
import { startOwned } from '../processes/owned-child.js';

const SUCCESS = 'exit code 0';
const STEP_INTERVAL_MS = 5000;
const ARGUMENTS = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier'];

export interface NpmCiOptions {
  /** Holds package.json and package-lock.json. */
  readonly folder: string;
  /** Names of the packages that will lie directly in node_modules: the measure of progress. */
  readonly expected: readonly string[];
  readonly onStep: (step: PreparationStep) => void;
  readonly signal?: AbortSignal;
}

/** Installs what the lock file says, running no package's scripts. @throws KitInstallFailed */
export async function npmCi({ folder, expected, onStep, signal }: NpmCiOptions): Promise<void> {
  const [command, ...first] = npmCommand();
  signal?.throwIfAborted();
  const npm = startOwned(command, [...first, ...ARGUMENTS, '--prefix', folder], { cwd: folder, env: npmEnvironment() });
  const stop = (): void => void npm.stop();
  signal?.addEventListener('abort', stop, { once: true });
  const stopReporting = reportProgress(folder, expected, onStep);
  const end = await npm.ended;
  stopReporting();
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (end !== SUCCESS) throw new KitInstallFailed(`${end}\n${npm.output.lastLines(20)}`);
}

/** npm could not install the preview kit: no network, no space, or no npm. */
class KitInstallFailed extends Error {
  readonly code = 'kit_install_failed';
  constructor(output: string) {
    super(`The preview kit could not be installed; check the network and start again. npm said:\n${output}`);
    this.name = 'KitInstallFailed';
  }
}

/** Under `npm start`, the same npm with our own Node; else the one on PATH. */
function npmCommand(): [string, ...string[]] {
  const running = process.env['npm_execpath'];
  return running !== undefined && basename(running) === 'npm-cli.js' ? [process.execPath, running] : ['npm'];
}

function reportProgress(folder: string, expected: readonly string[], onStep: NpmCiOptions['onStep']): () => void {
  const startedAt = performance.now();
  const report = async (): Promise<void> => {
    const found = await Promise.all(
      expected.map((name) => isThere(join(folder, 'node_modules', name, 'package.json'))),
    );
    const count = found.filter(Boolean).length;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    onStep({
      message: `Installing the preview kit (first time only): ${count} of ${expected.length} packages, ${seconds} s`,
      progress: count / expected.length,
    });
  };
  void report();
  const timer = setInterval(() => void report(), STEP_INTERVAL_MS);
  return () => clearInterval(timer);
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
