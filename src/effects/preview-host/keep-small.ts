import { Logger } from '@nestjs/common';
import { z } from 'zod';

import type { LivePreviews } from './live-previews.js';
import { ControlClosed } from './process/control-client.js';
import type { PreviewProcess } from './process/preview-process.js';

/** Above this the process is begun anew: 200 live previews take less than 600 MB. */
const MAX_RSS_BYTES = 1_000 * 1024 * 1024;
const SWEEP_MS = 5_000;

const stats = z.object({ rss: z.number() });

/**
 * Keeps the preview process small: suspends previews that nobody looks at, gives their memory back once nobody looks at any,
 * and starts the process anew when its memory passes a bound all the same.
 */
export class KeepSmall {
  readonly #logger = new Logger('Preview');
  readonly #timer: NodeJS.Timeout;
  #sweeping: Promise<void> | undefined;

  constructor(
    private readonly process: PreviewProcess,
    private readonly live: LivePreviews,
    private readonly maxRssBytes = MAX_RSS_BYTES,
    sweepMs = SWEEP_MS,
  ) {
    this.#timer = setInterval(() => void this.sweep(), sweepMs).unref();
  }

  /** One round, shared by all who ask while it runs. Never rejects. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep()
      .catch((error: unknown) => {
        if (!(error instanceof ControlClosed))
          this.#logger.warn(`Idle previews could not be suspended: ${String(error)}`);
      })
      .finally(() => (this.#sweeping = undefined));
    return this.#sweeping;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const idle = this.live.takeIdle();
    const control = this.process.current?.control;
    if (!control) return;
    for (const project of idle) await control.request('end', { project });
    if (idle.length > 0 && this.live.size === 0) await control.request('collect');
    if ((await this.#rss()) <= this.maxRssBytes) return;
    await control.request('collect');
    const rss = await this.#rss();
    if (rss > this.maxRssBytes) await this.process.restart(`it takes ${Math.round(rss / 1024 / 1024)} MB of memory`);
  }

  async #rss(): Promise<number> {
    return stats.parse(await this.process.current?.control.request('stats')).rss;
  }
}
