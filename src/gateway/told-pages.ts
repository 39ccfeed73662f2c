import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { readTold } from '../commands/read-project.js';
import { EventStore } from '../event-store/event-store.port.js';
import type { Slice } from './message-log.js';
import { textFrames } from './text-frame.js';

/** Messages that are read and told at a time. */
const PAGE = 250;
/** What all pages together may take. */
const KEPT_BYTES = 48 * 1024 * 1024;
/** Nothing of a project that another instance deleted stays in memory for longer. */
const KEPT_MS = 10 * 60_000;

interface Place {
  readonly projectId: string;
  readonly cursor: number;
}

/**
 * The messages of long streams that no hub has in memory: told again from the log, a page at a time, and kept for the next who comes
 * late. Of all projects together so much is kept as {@link KEPT_BYTES} holds; what was not read for longest goes first.
 */
@Injectable()
export class ToldPages {
  readonly #pages: LRUCache<string, Slice, Place>;

  constructor(store: EventStore) {
    this.#pages = new LRUCache({
      maxSize: KEPT_BYTES,
      ttl: KEPT_MS,
      ttlAutopurge: true,
      sizeCalculation: ({ bytes }) => bytes.length,
      fetchMethod: (_key, _stale, { context }) => tellPage(store, context),
      // Who waits for a page gets it, even if there is no room for it any more.
      ignoreFetchAbort: true,
    });
  }

  /** Some of the messages beyond `cursor`; there must be one. */
  after(projectId: string, cursor: number): Promise<Slice> {
    return this.#pages.forceFetch(`${projectId} ${cursor}`, { context: { projectId, cursor } });
  }

  /** The project is gone. */
  forget(projectId: string): void {
    for (const key of this.#pages.keys()) {
      if (key.startsWith(`${projectId} `)) this.#pages.delete(key);
    }
  }
}

async function tellPage(store: EventStore, { projectId, cursor }: Place): Promise<Slice> {
  // The pages of all viewers end at the same messages, wherever they begin.
  const told = await readTold(store, projectId, cursor, PAGE - (cursor % PAGE));
  const bytes = textFrames(told.map(({ message }) => JSON.stringify(message)));
  return { bytes, upTo: cursor + told.length };
}
