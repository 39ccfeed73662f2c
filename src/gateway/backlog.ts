import { readTold } from '../commands/read-project.js';
import type { EventStore } from '../event-store/event-store.port.js';
import type { Slice } from './message-log.js';
import { textFrame } from './text-frame.js';

/** Messages that are read and told at a time. */
const PAGE = 250;
/** Pages that are kept a while: viewers who come at the same time share them. */
const KEPT_PAGES = 8;

/** The messages of a long stream that are no longer in memory: told again from the log, a page at a time. */
export class Backlog {
  readonly #pages = new Map<number, Promise<Slice>>();

  constructor(
    private readonly projectId: string,
    private readonly store: EventStore,
  ) {}

  /** Some of the messages beyond `cursor`; there must be one. */
  after(cursor: number): Promise<Slice> {
    const page = this.#pages.get(cursor) ?? this.#read(cursor);
    this.#pages.delete(cursor);
    this.#pages.set(cursor, page);
    const [longestUnused] = this.#pages.keys();
    if (this.#pages.size > KEPT_PAGES && longestUnused !== undefined) this.#pages.delete(longestUnused);
    return page;
  }

  #read(cursor: number): Promise<Slice> {
    // The pages of all viewers end at the same messages, wherever they begin.
    const page = readTold(this.store, this.projectId, cursor, PAGE - (cursor % PAGE)).then((told) => {
      const frames = told.map(({ message }) => textFrame(JSON.stringify(message)));
      return { bytes: Buffer.concat(frames), upTo: cursor + told.length };
    });
    page.catch(() => this.#pages.delete(cursor));
    return page;
  }
}
