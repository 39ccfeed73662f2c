import { Logger } from '@nestjs/common';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

import { errorCode, errorMessage } from '../processes/error-code.js';
import { readKitLock, type KitLock } from './kit-lock.js';
import { installPackages } from './install-packages.js';
import type { PreparationStep } from './kit.port.js';

const logger = new Logger('Preview');
const MARKER = '.firstlight-kit';
const WAIT_FOR_OTHER_MS = 500;

export interface InstallKitOptions {
  /** The kit's folder, which contains its node_modules. Siblings named `<kitDir>.*` are used while it is installed. */
  readonly kitDir: string;
  readonly onStep: (step: PreparationStep) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes sure that the kit of the lock file is in `kitDir`: at once when it is, else by an installer into a sibling that is renamed into
 * place, so that a kit is there whole or not at all. Other processes that want the same kit wait for the first.
 * @throws KitInstallFailed with the end of what npm said
 */
export async function installKit({ kitDir, onStep, signal }: InstallKitOptions): Promise<void> {
  const kit = await readKitLock();
  if (await isInstalled(kitDir, kit)) return;
  await mkdir(dirname(kitDir), { recursive: true });
  const unlock = await lockUnlessInstalled(kitDir, kit, onStep, signal);
  if (!unlock) return;
  try {
    await removeLeftovers(kitDir);
    const staging = `${kitDir}.installing-${process.pid}`;
    await stage(staging, kit);
    await installPackages({ folder: staging, expected: kit.topLevelPackages, onStep, ...(signal && { signal }) });
    await writeFile(join(staging, MARKER), kit.fingerprint);
    await putInPlace(staging, kitDir);
  } finally {
    await removeLeftovers(kitDir);
    await unlock();
  }
}

async function isInstalled(kitDir: string, kit: KitLock): Promise<boolean> {
  const marker = await readFile(join(kitDir, MARKER), 'utf8').catch(() => undefined);
  return marker === kit.fingerprint;
}

/** Holds the lock of `kitDir` across processes; undefined when another one has installed the kit meanwhile. */
async function lockUnlessInstalled(
  kitDir: string,
  kit: KitLock,
  onStep: InstallKitOptions['onStep'],
  signal: AbortSignal | undefined,
): Promise<(() => Promise<void>) | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    const unlock = await tryLock(kitDir);
    if (await isInstalled(kitDir, kit)) {
      await unlock?.();
      return undefined;
    }
    if (unlock) return unlock;
    if (attempt === 0) onStep({ message: 'Another process is installing the preview kit; waiting for it' });
    await sleep(WAIT_FOR_OTHER_MS, undefined, { ...(signal && { signal }) });
  }
}

async function tryLock(kitDir: string): Promise<(() => Promise<void>) | undefined> {
  try {
    return await lock(kitDir, {
      realpath: false,
      onCompromised: (error) => logger.warn(`The kit's lock was lost: ${error.message}`),
    });
  } catch (error) {
    if (errorCode(error) === 'ELOCKED') return undefined;
    throw error;
  }
}

async function stage(staging: string, kit: KitLock): Promise<void> {
  await mkdir(staging, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await cp(join(kit.sourceDir, file), join(staging, file));
}

async function putInPlace(staging: string, kitDir: string): Promise<void> {
  const retired = `${kitDir}.retired-${process.pid}`;
  await rename(kitDir, retired).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  await rename(staging, kitDir);
}

/** Removes what an interrupted install has left; called under the lock, so no service is using it. */
async function removeLeftovers(kitDir: string): Promise<void> {
  const prefixes = [`${basename(kitDir)}.installing-`, `${basename(kitDir)}.retired-`];
  const siblings = await readdir(dirname(kitDir));
  const leftovers = siblings.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
  await Promise.all(leftovers.map((name) => removeFolder(join(dirname(kitDir), name))));
}

/** The installer of a service that was killed may still be writing; what it leaves goes with the next install. */
async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    logger.warn(`${folder} could not be removed: ${errorMessage(error)}`);
  }
}
