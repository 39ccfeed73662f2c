import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Database } from '../event-store/database.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { LogCursor } from '../event-store/log-cursor.js';
import { oldEditsIn } from './old-edits.js';

const DAY_MS = 86_400_000;
const FIRST_MS = 60_000;
const INTERVAL_MS = 3_600_000;
/** Events read at a time, with a pause after each page so that nobody notices the work. */
const PAGE = 1_000;
const PAUSE_MS = 100;

/**
 * Keeps the streams of edited texts small. It reads the log once, `keptDays` behind its end, and deletes the single changes that
 * a version of the file already contains. Any number of instances may do this at once.
 */
export class EditTrimmer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('Editing');
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  readonly #cursor: LogCursor;

  constructor(
    private readonly store: EventStore,
    database: Database,
    private readonly keptDays: number,
  ) {
    this.#cursor = new LogCursor(database, 'edit-trimmer');
  }

  onApplicationBootstrap(): void {
    this.#schedule(FIRST_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stopping.abort();
    await this.#running;
  }

  /**
   * Deletes the changes that are old at `now`, continuing where the last call stopped. Returns how many were deleted.
   * @throws LogUnavailable
   */
  async trim(now: Date = new Date()): Promise<number> {
    const before = new Date(now.getTime() - this.keptDays * DAY_MS).toISOString();
    let gone = 0;
    for (let position = (await this.#cursor.position()) ?? 0; !this.#stopping.signal.aborted;) {
      const events = await this.store.readAll(position, PAGE);
      const old = oldEditsIn(events, before);
      if (old.position === undefined) break;
      for (const [stream, version] of old.upTo) gone += await this.store.trim(stream, version);
      position = old.position;
      await this.#cursor.moveTo(position);
      if (position !== events.at(-1)?.position || events.length < PAGE) break;
      await sleep(PAUSE_MS, undefined, { signal: this.#stopping.signal }).catch(() => {
        // The service is stopping, so the loop ends.
      });
    }
    return gone;
  }

  #schedule(delayMs: number): void {
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#trimAndSay().finally(() => this.#schedule(INTERVAL_MS));
    }, delayMs).unref();
  }

  async #trimAndSay(): Promise<void> {
    try {
      const gone = await this.trim();
      if (gone > 0) this.#logger.log(`Deleted ${gone} single edits that are part of a file version.`);
    } catch (error) {
      this.#logger.warn(`Old edits could not be deleted; trying again later: ${String(error)}`);
    }
  }
}
