import { Logger } from '@nestjs/common';
import { access, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

import { errorMessage } from '../../processes/error-code.js';
import { WARM_UP_ALL_PROJECT, writeHostFolder } from '../host-folder.js';
import { metroGet } from '../http-get.js';
import type { PreparationStep } from '../../kit/kit.port.js';
import type { PreviewPaths } from '../preview-paths.js';
import { startExpo, type ExpoProcess } from '../process/expo-process.js';
import { phoneBundlePath, type Platform, webBundlePath } from '../requests/metro-path.js';
import type { Activity } from './activity.js';

/** People who use the service should not have to share the processor with this. */
const IN_THE_BACKGROUND = { quietMs: 60_000, priority: constants.priority.PRIORITY_LOW };

/**
 * Transforms what the first app did not need, once per kit: the kit's other packages, and everything for phones, whose first
 * app would otherwise wait 20 s. A separate process does this, with low priority and only while nobody uses the previews, and
 * leaves its results in the shared cache.
 */
export class LaterWarmUp {
  readonly #logger = new Logger('Preview');
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly paths: PreviewPaths,
    private readonly platforms: readonly Platform[],
    private readonly activity: Activity,
    private readonly onStep: (step: PreparationStep) => void,
    private readonly how = IN_THE_BACKGROUND,
  ) {}

  /** Idempotent; `done` resolves when it has ended. Needs an installed kit. */
  begin(): void {
    this.#running ??= this.#warmUnlessWarm().catch((error: unknown) => {
      if (this.#stopping.signal.aborted) return;
      this.#logger.warn(
        `Preparing the rest in the background failed, so its first use will take longer: ${errorMessage(error)}`,
      );
    });
  }

  /** Resolves when the work has ended, whether it succeeded or not. */
  async done(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #warmUnlessWarm(): Promise<void> {
    const marker = join(this.paths.cacheDir, `warm-${this.platforms.join('-')}`);
    const isWarm = await access(marker).then(
      () => true,
      () => false,
    );
    if (isWarm) return;
    const { signal } = this.#stopping;
    const what = this.platforms.length > 1 ? 'previews on phones' : 'further packages';
    do {
      await this.activity.untilQuietFor(this.how.quietMs, signal);
      this.onStep({ message: `Preparing ${what} in the background (once, about a minute).` });
    } while (!(await this.#warmUnlessUsed(signal)));
    await writeFile(marker, '');
    this.onStep({ message: `Prepared: ${what}.` });
  }

  /** False where the previews were used meanwhile: what was transformed until then is kept, the rest is for later. */
  async #warmUnlessUsed(signal: AbortSignal): Promise<boolean> {
    const undisturbed = this.activity.untilAsked(signal);
    try {
      await this.#warm(undisturbed);
      return true;
    } catch (error) {
      if (signal.aborted || !undisturbed.aborted) throw error;
      return false;
    }
  }

  /** In a folder as deep as the real one: Metro knows a transform result by the file's path from there. */
  async #warm(signal: AbortSignal): Promise<void> {
    const hostDir = `${this.paths.hostDir}-warm-up`;
    const paths = { ...this.paths, hostDir, projectsDir: join(hostDir, 'projects') };
    try {
      await writeHostFolder(paths);
      const expo = await startExpo(paths, () => undefined, signal);
      try {
        setPriority(expo.pid, this.how.priority);
        for (const platform of this.platforms) await buildFor(platform, expo, signal);
      } finally {
        await expo.stop();
      }
    } finally {
      await rm(hostDir, { recursive: true, force: true });
    }
  }
}

async function buildFor(platform: Platform, { metro }: ExpoProcess, signal: AbortSignal): Promise<void> {
  const isWeb = platform === 'web';
  const path = isWeb ? webBundlePath(WARM_UP_ALL_PROJECT) : phoneBundlePath(WARM_UP_ALL_PROJECT, platform);
  const { status, body } = await metroGet(metro, path, { signal });
  if (status !== 200)
    throw new Error(`The bundle for ${platform} answered ${status}: ${body.toString('utf8', 0, 500)}`);
}
