import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { keepMark } from '../commands/kept-states.js';
import { readProjectAt, recorded } from '../commands/read-project.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.port.js';
import { type Follower, followStream } from '../event-store/follow.js';
import type { RecordedEvent } from '../generation/events.js';
import { tell } from '../generation/messages.js';
import { newProject, type ProjectState } from '../generation/state.js';
import { MessageLog, type Slice } from './message-log.js';
import { textFrame } from './text-frame.js';
import type { ToldPages } from './told-pages.js';

/** Whom a feed tells of what happens to it. */
export interface FeedListener {
  /** There are more messages. */
  grown(): void;
  /** The project was deleted: its feed ends with this message. */
  deleted(lastWords: Buffer): void;
  /** The stream cannot be told: it ends here. */
  failed(error: unknown): void;
  /** The store did not answer; it is asked again. */
  troubled(error: unknown): void;
}

const PAUSE_MS = 250;

/** A project's stream, followed and told: every event folded once and encoded once. What is long past is told again when it is asked for. */
export class ProjectFeed {
  readonly #log: MessageLog;
  readonly #opened: Promise<void>;
  readonly #stopping = new AbortController();
  #state: ProjectState;
  #follower: Follower | undefined;
  #waiting: { readonly seq: number; readonly resolve: () => void }[] = [];
  #headAsked: Promise<number> | undefined;

  /** @param keptMessages so many of the newest messages stay in memory */
  constructor(
    private readonly projectId: string,
    private readonly store: EventStore,
    private readonly pages: ToldPages,
    private readonly keptMessages: number,
    private readonly listener: FeedListener,
  ) {
    this.#log = new MessageLog(keptMessages);
    this.#state = newProject(projectId);
    this.#opened = this.#open();
  }

  /** Some of the messages beyond `cursor`: at once, or soon where they are long past; `undefined` where there are none (yet). */
  after(cursor: number): Slice | Promise<Slice> | undefined {
    const slice = this.#log.after(cursor);
    return slice === 'forgotten' ? this.#longPast(cursor) : slice;
  }

  /** While a page is on its way to the viewer, the next one is read. */
  #longPast(cursor: number): Promise<Slice> {
    const page = this.pages.after(this.projectId, cursor);
    page
      .then(async ({ upTo }) => {
        if (this.#log.after(upTo) === 'forgotten') await this.pages.after(this.projectId, upTo);
      })
      .catch(() => undefined); // Whoever waits for a page hears of it.
    return page;
  }

  /** Resolves with the stream's head as it was when asked, or later, once all of it can be told. */
  async caughtUp(): Promise<number> {
    await this.#opened;
    const head = await this.#freshHead();
    if (this.#log.head < head && !this.#isStopped) {
      await new Promise<void>((resolve) => this.#waiting.push({ seq: head, resolve }));
    }
    return head;
  }

  /** Who waits for `caughtUp` is let go. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake(Infinity);
    await this.#opened;
    await this.#follower?.stop();
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Begins so far before the head as messages are kept; tries until the store answers. */
  async #open(): Promise<void> {
    while (!this.#isStopped) {
      try {
        const start = Math.max(0, (await this.#freshHead()) - this.keptMessages);
        this.#state = await readProjectAt(this.store, this.projectId, start);
        break;
      } catch (error) {
        this.listener.troubled(error);
        await sleep(PAUSE_MS, undefined, this.#stopping).catch(() => undefined);
      }
    }
    if (this.#isStopped) return;
    const { seq, isDeleted } = this.#state;
    // Of a deleted project there is its last message alone, and that is told by `#end`.
    if (!isDeleted) this.#log.begin(seq);
    this.#follower = followStream(
      this.store,
      this.projectId,
      isDeleted ? seq - 1 : seq,
      (events) => this.#take(events),
      {
        onError: (error) => this.listener.troubled(error),
      },
    );
    this.listener.grown();
  }

  /** All who ask within one turn of the event loop share a query. */
  #freshHead(): Promise<number> {
    this.#headAsked ??= nextTurn().then(() => {
      this.#headAsked = undefined;
      return this.store.headSeq(this.projectId);
    });
    return this.#headAsked;
  }

  #take(events: readonly StoredEvent[]): void {
    try {
      for (const event of recorded(events)) {
        if (event.type === 'ProjectDeleted') {
          this.#end(event);
          return;
        }
        const { state, message } = tell(this.#state, event);
        this.#log.append(textFrame(JSON.stringify(message)));
        keepMark(this.store, state);
        this.#state = state;
      }
    } catch (error) {
      // The same events would fail again: the pages that show them are closed rather than shown something else.
      void this.stop();
      this.listener.failed(error);
      return;
    }
    this.#wake(this.#log.head);
    this.listener.grown();
  }

  #end(tombstone: RecordedEvent): void {
    void this.stop();
    this.listener.deleted(textFrame(JSON.stringify(tell(this.#state, tombstone).message)));
  }

  #wake(head: number): void {
    const reached = this.#waiting.filter(({ seq }) => seq <= head);
    this.#waiting = this.#waiting.filter(({ seq }) => seq > head);
    for (const { resolve } of reached) resolve();
  }
}
