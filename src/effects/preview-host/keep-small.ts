import { Logger } from '@nestjs/common';
import { z } from 'zod';

import type { LivePreviews } from './live-previews.js';
import { type ControlClient, ControlClosed } from './process/control-client.js';
import type { PreviewProcess } from './process/preview-process.js';

/** Above this the process is restarted: 200 live previews take less than 600 MB. */
const MAX_RSS_BYTES = 1_000 * 1024 * 1024;
/** Below this nothing need be given back. */
const COMFORTABLE_RSS_BYTES = 400 * 1024 * 1024;
/** By how much memory must have grown since it was last given back. */
const GROWTH = 1.1;
/** Giving memory back stops the process for a moment: nobody should wait for anything then. */
const QUIET_MS = 1_500;
const SWEEP_MS = 5_000;

const stats = z.object({ rss: z.number() });
const collection = z.object({ collected: z.boolean() });

/**
 * Keeps the preview process small: suspends previews that nobody is viewing, gives memory back in quiet moments and once nobody
 * is viewing any, and restarts the process if its memory still passes a limit.
 */
export class KeepSmall {
  readonly #logger = new Logger('Preview');
  readonly #timer: NodeJS.Timeout;
  #sweeping: Promise<void> | undefined;
  #rssGivenBack = 0;

  constructor(
    private readonly process: PreviewProcess,
    private readonly live: LivePreviews,
    private readonly maxRssBytes = MAX_RSS_BYTES,
    sweepMs = SWEEP_MS,
    private readonly onSuspended: (label: string) => void = () => undefined,
  ) {
    this.#timer = setInterval(() => void this.sweep(), sweepMs).unref();
    live.onCrowded(() => void this.sweep());
  }

  /** One round, shared by all callers while it runs. Never rejects. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep()
      .catch((error: unknown) => {
        if (!(error instanceof ControlClosed))
          this.#logger.warn(`Idle previews could not be suspended: ${String(error)}`);
      })
      .finally(() => (this.#sweeping = undefined));
    return this.#sweeping;
  }

  /** Suspends this preview at once, unless a page shows it. True where it was live. @throws ControlClosed */
  async suspend(label: string): Promise<boolean> {
    if (!this.live.takeUnwatched(label)) return false;
    await this.#end(label);
    return true;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #end(project: string): Promise<void> {
    await this.process.current?.control.request('end', { project });
    if (!this.live.isLive(project)) this.onSuspended(project);
  }

  async #sweep(): Promise<void> {
    const idle = this.live.takeIdle();
    const control = this.process.current?.control;
    if (!control) return;
    for (const project of idle) {
      // Another round trip later a viewer may have come back: it is live again, and its page must keep its updates.
      if (this.live.isLive(project)) continue;
      await this.#end(project);
    }
    if (idle.length > 0 && this.live.size === 0) await this.#giveBack(control);
    const rss = await rssOf(control);
    if (rss > this.maxRssBytes) await this.#shrinkOrRestart(control);
    else if (rss > COMFORTABLE_RSS_BYTES && rss > this.#rssGivenBack * GROWTH) await this.#giveBack(control, QUIET_MS);
  }

  async #giveBack(control: ControlClient, quietMs = 0): Promise<void> {
    const { collected } = collection.parse(await control.request('collect', { quietMs }));
    if (collected) this.#rssGivenBack = await rssOf(control);
  }

  async #shrinkOrRestart(control: ControlClient): Promise<void> {
    await this.#giveBack(control);
    if (this.#rssGivenBack <= this.maxRssBytes) return;
    await this.process.restart(`it takes ${Math.round(this.#rssGivenBack / 1024 / 1024)} MB of memory`);
  }
}

async function rssOf(control: ControlClient): Promise<number> {
  return stats.parse(await control.request('stats')).rss;
}
