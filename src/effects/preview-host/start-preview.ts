import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { errorMessage } from '../processes/error-code.js';
import { WARM_UP_PROJECT, writeHostFolder } from './host-folder.js';
import { metroGet } from './http-get.js';
import type { Kit, PreparationStep } from '../kit/kit.port.js';
import { PreviewUnavailable } from './preview-host.port.js';
import type { PreviewPaths } from './preview-paths.js';
import { startExpo, type ExpoProcess, type ExpoSetup } from './process/expo-process.js';
import type { MetroEvent } from './process/metro-events.js';
import { webBundlePath } from './requests/metro-path.js';

const hooks = z.object({ missing: z.array(z.string()) });

/**
 * From nothing to a process that is ready to serve: the kit, the host folder, Expo, a first bundle that warms Metro's caches
 * (a project's first bundle then takes 0.15 s), and proof that every change to Metro took effect.
 * @throws PreviewUnavailable when trying again would not help
 */
export async function startPreview(
  kit: Kit,
  paths: ExpoSetup,
  onStep: (step: PreparationStep) => void,
  onEvent: (event: MetroEvent) => void,
  signal: AbortSignal,
): Promise<ExpoProcess> {
  await kitOrUnavailable(kit, signal);
  await writeHostFolder(paths);
  const expo = await startExpo(paths, onEvent, signal);
  try {
    await warmUp(expo, paths, onStep, signal);
    await requireHooks(expo, paths);
    return expo;
  } catch (error) {
    await expo.stop();
    throw error;
  }
}

async function kitOrUnavailable(kit: Kit, signal: AbortSignal): Promise<void> {
  try {
    await kit.installed(signal);
  } catch (error) {
    throw new PreviewUnavailable(errorMessage(error), { cause: error });
  }
}

async function warmUp(
  expo: ExpoProcess,
  { cacheDir }: PreviewPaths,
  onStep: (step: PreparationStep) => void,
  signal: AbortSignal,
): Promise<void> {
  const marker = join(cacheDir, 'warm');
  const isFirst = await access(marker).then(
    () => false,
    () => true,
  );
  if (isFirst) onStep({ message: 'Preparing the preview (first time only, about 10 s)' });
  const ended = expo.ended.then((why) => Promise.reject(new Error(`Expo ended while it warmed up (${why}).`)));
  const bundle = await Promise.race([metroGet(expo.metro, webBundlePath(WARM_UP_PROJECT), { signal }), ended]);
  if (bundle.status !== 200) {
    throw new Error(`The warm-up bundle failed with ${bundle.status}: ${bundle.body.toString('utf8', 0, 2000)}`);
  }
  if (isFirst) await writeFile(marker, '');
}

/** They lean on Metro's internals: one that is silently missing would lose files or mix projects up. */
async function requireHooks(expo: ExpoProcess, { projectsDir }: PreviewPaths): Promise<void> {
  await expo.control.request('change', { changed: [join(projectsDir, WARM_UP_PROJECT, 'index.js')] });
  const { missing } = hooks.parse(await expo.control.request('hooks'));
  if (missing.length > 0) {
    throw new PreviewUnavailable(
      `Metro does not behave as Firstlight needs (no effect: ${missing.join(', ')}); delete the kit's folder and start again.`,
    );
  }
}
