import { Logger } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { startOwned } from '../processes/owned-child.js';
import type { PreparationStep } from './kit.port.js';
import { bun } from './bun.js';
import { reportProgress } from './install-progress.js';
import { npm } from './npm.js';

const SUCCESS = 'exit code 0';
const logger = new Logger('Preview');

/** A program that installs exactly what a package-lock.json says, checks its hashes and runs no package's scripts. */
export interface Installer {
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
  /** How long it usually takes, from an empty cache. */
  readonly aboutSeconds: number;
}

export interface InstallOptions {
  /** Holds package.json and package-lock.json. */
  readonly folder: string;
  /** Names of the packages that will lie directly in node_modules: the measure of progress. */
  readonly expected: readonly string[];
  readonly onStep: (step: PreparationStep) => void;
  readonly signal?: AbortSignal;
}

/** Installs what the lock file says: with bun, which takes seconds; where that fails, with npm. @throws KitInstallFailed */
export async function installPackages(options: InstallOptions): Promise<void> {
  const fast = bun();
  if (fast) {
    const failure = await failureOf(fast, options);
    if (failure === undefined) return;
    logger.warn(`bun could not install the preview kit, so npm does: ${firstLines(failure)}`);
    await rm(join(options.folder, 'node_modules'), { recursive: true, force: true });
  }
  const failure = await failureOf(npm(options.folder), options);
  if (failure !== undefined) throw new KitInstallFailed(failure);
}

/** The end of what the installer printed; undefined when it succeeded. */
async function failureOf(installer: Installer, options: InstallOptions): Promise<string | undefined> {
  const { folder, signal } = options;
  const [program, ...args] = installer.command;
  signal?.throwIfAborted();
  const child = startOwned(program, args, { cwd: folder, env: installer.env });
  const stop = (): void => void child.stop();
  signal?.addEventListener('abort', stop, { once: true });
  const stopReporting = reportProgress(options, installer.aboutSeconds);
  const end = await child.ended;
  stopReporting();
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  return end === SUCCESS ? undefined : `${end}\n${child.output.lastLines(20)}`;
}

/** bun says the same of each package. */
function firstLines(text: string): string {
  return text.split('\n').slice(0, 3).join('; ');
}

/** The preview kit could not be installed: no network, no space, or no npm. */
class KitInstallFailed extends Error {
  readonly code = 'kit_install_failed';
  constructor(output: string) {
    super(`The preview kit could not be installed; check the network and start again. npm said:\n${output}`);
    this.name = 'KitInstallFailed';
  }
}
