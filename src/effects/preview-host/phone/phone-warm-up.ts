import { Logger } from '@nestjs/common';
import { access, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorMessage } from '../error-code.js';
import { WARM_UP_PROJECT, writeHostFolder } from '../host-folder.js';
import { metroGet } from '../http-get.js';
import type { PreparationStep } from '../preview-host.port.js';
import type { PreviewPaths } from '../preview-paths.js';
import { startExpo, type ExpoProcess } from '../process/expo-process.js';
import { phoneBundlePath } from '../requests/metro-path.js';

const PLATFORMS = ['ios', 'android'] as const;
/** Who tries the service right after its first start should not have to share the processor. */
const IN_THE_BACKGROUND = { delayMs: 60_000, priority: constants.priority.PRIORITY_LOW };

/**
 * Transforms the kit's modules for phones, once for each kit: the first phone would wait 20 s otherwise. A process of its own
 * does so in the background, with low priority, and leaves its results in the cache that all share.
 */
export class PhoneWarmUp {
  readonly #logger = new Logger('PhonePreview');
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly paths: PreviewPaths,
    private readonly onStep: (step: PreparationStep) => void,
    private readonly how = IN_THE_BACKGROUND,
  ) {}

  /** Idempotent; `done` tells when it has ended. Needs an installed kit. */
  begin(): void {
    this.#running ??= this.#warmUnlessWarm().catch((error: unknown) => {
      if (this.#stopping.signal.aborted) return;
      this.#logger.warn(`Phones were not prepared for; the first one has to wait longer: ${errorMessage(error)}`);
    });
  }

  /** Resolves when the work that was begun has ended, however it did. */
  async done(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #warmUnlessWarm(): Promise<void> {
    const marker = join(this.paths.cacheDir, 'warm-phones');
    const isWarm = await access(marker).then(
      () => true,
      () => false,
    );
    if (isWarm) return;
    const { signal } = this.#stopping;
    await sleep(this.how.delayMs, undefined, { signal, ref: false });
    this.onStep({ message: 'Preparing previews on phones in the background (once, about a minute).' });
    await this.#warm(signal);
    await writeFile(marker, '');
    this.onStep({ message: 'Previews on phones are prepared.' });
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
        for (const platform of PLATFORMS) await buildFor(platform, expo, signal);
      } finally {
        await expo.stop();
      }
    } finally {
      await rm(hostDir, { recursive: true, force: true });
    }
  }
}

async function buildFor(
  platform: (typeof PLATFORMS)[number],
  { metro }: ExpoProcess,
  signal: AbortSignal,
): Promise<void> {
  const { status, body } = await metroGet(metro, phoneBundlePath(WARM_UP_PROJECT, platform), { signal });
  if (status !== 200)
    throw new Error(`The bundle for ${platform} answered ${status}: ${body.toString('utf8', 0, 500)}`);
}
