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

/** The callbacks of a feed. */
export interface FeedListener {
  /** There are more messages. */
  grown(): void;
  /** The project was deleted: its feed ends with this message. */
  deleted(lastWords: Buffer): void;
  /** The stream cannot be read: the feed ends here. */
  failed(error: unknown): void;
  /** The store did not answer; trying again. */
  troubled(error: unknown): void;
}

const PAUSE_MS = 250;

/** Follows a project's stream and turns each event into a message, folded and encoded once; old messages are rebuilt on demand. */
export class ProjectFeed {
  readonly #log: MessageLog;
  readonly #opened: Promise<void>;
  readonly #stopping = new AbortController();
  #state: ProjectState;
  #follower: Follower | undefined;
  #waiting: { readonly seq: number; readonly resolve: () => void }[] = [];
  #headAsked: Promise<number> | undefined;

  /** @param keptMessages how many of the newest messages stay in memory */
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

  /** Some of the messages after `cursor`: at once, or soon if they are old; `undefined` if there are none (yet). */
  after(cursor: number): Slice | Promise<Slice> | undefined {
    const slice = this.#log.after(cursor);
    return slice === 'forgotten' ? this.#longPast(cursor) : slice;
  }

  /** While a page is being sent to the viewer, the next one is read. */
  #longPast(cursor: number): Promise<Slice> {
    const page = this.pages.after(this.projectId, cursor);
    page
      .then(async ({ upTo }) => {
        if (this.#log.after(upTo) === 'forgotten') await this.pages.after(this.projectId, upTo);
      })
      .catch(() => undefined); // The caller that waits for the page gets the error.
    return page;
  }

  /** Resolves with the stream's head at the time of the call, or a later one, once everything up to it has been read. */
  async caughtUp(): Promise<number> {
    await this.#opened;
    const head = await this.#freshHead();
    if (this.#log.head < head && !this.#isStopped) {
      await new Promise<void>((resolve) => this.#waiting.push({ seq: head, resolve }));
    }
    return head;
  }

  /** Releases callers that wait for `caughtUp`. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake(Infinity);
    await this.#opened;
    await this.#follower?.stop();
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Begins as far before the head as messages are kept; retries until the store answers. */
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
    // A deleted project has only its last message, which `#end` sends.
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

  /** All callers within one turn of the event loop share a query. */
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
      // The same events would fail again: close the pages that show them rather than show something else.
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
