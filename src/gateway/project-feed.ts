import { setImmediate as nextTurn } from 'node:timers/promises';
import { recorded } from '../commands/handle.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.port.js';
import { type Follower, followStream } from '../event-store/follow.js';
import { tell } from '../generation/messages.js';
import { newProject, type ProjectState } from '../generation/state.js';
import { MessageLog } from './message-log.js';
import { textFrame } from './text-frame.js';

/** Whom a feed tells of what happens to it. */
export interface FeedListener {
  /** The log holds more messages. */
  grown(): void;
  /** The stream cannot be told: it ends here. */
  failed(error: unknown): void;
  /** The store did not answer; it is asked again. */
  troubled(error: unknown): void;
}

/** A project's stream, followed and told: every event folded once and encoded once. */
export class ProjectFeed {
  readonly log = new MessageLog();
  #state: ProjectState;
  #follower: Follower;
  #waiting: { readonly seq: number; readonly resolve: () => void }[] = [];
  #headAsked: Promise<number> | undefined;
  #isStopped = false;

  constructor(
    private readonly projectId: string,
    private readonly store: EventStore,
    private readonly listener: FeedListener,
  ) {
    this.#state = newProject(projectId);
    this.#follower = followStream(store, projectId, 0, (events) => this.#take(events), {
      onError: (error) => listener.troubled(error),
    });
  }

  /** Resolves with the stream's head as it was when asked, or later, once the log holds all of it. */
  async caughtUp(): Promise<number> {
    const head = await this.#freshHead();
    if (this.log.head < head && !this.#isStopped) {
      await new Promise<void>((resolve) => this.#waiting.push({ seq: head, resolve }));
    }
    return head;
  }

  /** Who waits for `caughtUp` is let go. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake(Infinity);
    await this.#follower.stop();
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
        const { state, message } = tell(this.#state, event);
        this.log.append(textFrame(JSON.stringify(message)));
        this.#state = state;
      }
    } catch (error) {
      // The same events would fail again: the pages that show them are closed rather than shown something else.
      void this.stop();
      this.listener.failed(error);
      return;
    }
    this.#wake(this.log.head);
    this.listener.grown();
  }

  #wake(head: number): void {
    const reached = this.#waiting.filter(({ seq }) => seq <= head);
    this.#waiting = this.#waiting.filter(({ seq }) => seq > head);
    for (const { resolve } of reached) resolve();
  }
}
