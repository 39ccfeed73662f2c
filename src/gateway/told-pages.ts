import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { readProjectAt, tellOn } from '../commands/read-project.js';
import { EventStore, type StoredEvent } from '../event-store/event-store.port.js';
import type { Slice } from './message-log.js';
import { textFrames } from './text-frame.js';

/** Messages that are read and told at a time. */
const PAGE = 250;
/** So many pages of events are read before anybody asks for them. */
const AHEAD = 8;
/** The memory limit for all pages together. */
const KEPT_BYTES = 48 * 1024 * 1024;
/** The longest that pages of a project deleted by another instance stay in memory. */
const KEPT_MS = 10 * 60_000;

interface Place {
  readonly projectId: string;
  readonly cursor: number;
}

/**
 * Messages of long streams that no hub has in memory: rebuilt from the log, a page at a time, and kept for the next viewer who joins
 * late. All projects together may keep {@link KEPT_BYTES}; the least recently read goes first.
 */
@Injectable()
export class ToldPages {
  readonly #pages: LRUCache<string, Slice, Place>;
  /** By the key of the page. */
  readonly #ahead = new LRUCache<string, Promise<readonly StoredEvent[]>>({
    max: AHEAD,
    ttl: 1_000,
    ttlAutopurge: true,
  });

  constructor(private readonly store: EventStore) {
    this.#pages = new LRUCache({
      maxSize: KEPT_BYTES,
      ttl: KEPT_MS,
      ttlAutopurge: true,
      sizeCalculation: ({ bytes }) => bytes.length,
      fetchMethod: (_key, _stale, { context }) => this.#tell(context),
      // A caller that waits for a page gets it, even if there is no more room for it.
      ignoreFetchAbort: true,
    });
  }

  /** Some of the messages after `cursor`; there must be at least one. */
  after(projectId: string, cursor: number): Promise<Slice> {
    const place = { projectId, cursor };
    return this.#pages.forceFetch(keyOf(place), { context: place });
  }

  /** The project is gone. */
  forget(projectId: string): void {
    for (const key of this.#pages.keys()) {
      if (key.startsWith(`${projectId} `)) this.#pages.delete(key);
    }
  }

  async #tell(place: Place): Promise<Slice> {
    const { projectId, cursor } = place;
    const events = this.#eventsOf(place);
    // While these are being sent, the log is read for those after them.
    this.#lookAhead({ projectId, cursor: cursor + sizeOf(place) });
    const [before, page] = await Promise.all([readProjectAt(this.store, projectId, cursor), events]);
    const told = tellOn(this.store, before, page);
    const bytes = textFrames(told.map(({ message }) => JSON.stringify(message)));
    return { bytes, upTo: cursor + told.length };
  }

  async #eventsOf(place: Place): Promise<readonly StoredEvent[]> {
    const ahead = await this.#ahead.get(keyOf(place));
    // A page that was not full when it was read may have more by now.
    return ahead?.length === sizeOf(place) ? ahead : this.#read(place);
  }

  #lookAhead(place: Place): void {
    const events = this.#read(place);
    events.catch(() => this.#ahead.delete(keyOf(place)));
    this.#ahead.set(keyOf(place), events);
  }

  #read({ projectId, cursor }: Place): Promise<readonly StoredEvent[]> {
    return this.store.read(projectId, { afterSeq: cursor, limit: sizeOf({ projectId, cursor }) });
  }
}

function keyOf({ projectId, cursor }: Place): string {
  return `${projectId} ${cursor}`;
}

/** Pages of all viewers end at the same messages, wherever they begin. */
function sizeOf({ cursor }: Place): number {
  return PAGE - (cursor % PAGE);
}
