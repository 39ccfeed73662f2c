import { Logger } from '@nestjs/common';

import { metroGet } from './http-get.js';
import type { LivePreviews } from './live-previews.js';
import type { ExpoProcess } from './process/expo-process.js';
import { RefusedBuilds } from './refused-builds.js';
import { webBundlePath } from './requests/metro-path.js';

const LONGEST_BUILD_MS = 60_000;

/** The web bundles that are built before anybody asks for them, and those that are refused because the process hung at them. */
export class PreviewBuilds {
  readonly refused = new RefusedBuilds();
  readonly #logger = new Logger('Preview');
  /** By label; each belongs to one life of the process. */
  readonly #begun = new Map<string, { readonly life: ExpoProcess; readonly done: Promise<void> }>();

  /** Callers share one build as long as the preview is live. */
  build(label: string, life: ExpoProcess, live: LivePreviews): Promise<void> {
    this.refused.requireAllowed(label);
    const known = this.#begun.get(label);
    const isBuilt = known?.life === life && live.isLive(label);
    live.use(label);
    if (isBuilt) return known.done;
    const done = built(label, life);
    this.#begun.set(label, { life, done });
    done.catch(() => this.#begun.delete(label));
    return done;
  }

  /** The next request builds it again. */
  forget(label: string): void {
    this.#begun.delete(label);
  }

  /** What one of several was building shows when each is built alone; until then none of them is. @param up the life of that time */
  async tryAlone(labels: readonly string[], up: () => Promise<ExpoProcess>): Promise<void> {
    for (const label of labels) {
      try {
        const life = await up();
        this.refused.allow(label);
        await built(label, life);
      } catch (error) {
        this.#logger.warn(`Could not build ${label} on its own: ${String(error)}`);
      }
    }
  }
}

async function built(label: string, { metro }: ExpoProcess): Promise<void> {
  await metroGet(metro, webBundlePath(label), { signal: AbortSignal.timeout(LONGEST_BUILD_MS) });
}
