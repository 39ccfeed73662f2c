import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Aside, Watching } from '../contract/messages/aside.js';
import type { EventStore, Notice } from '../event-store/event-store.port.js';
import { CLOSE_INTERNAL, CLOSE_POLICY } from './close-codes.js';
import { CursorInvalid } from '../generation/errors.js';
import { Pacer } from './pacer.js';
import { ProjectFeed } from './project-feed.js';
import { textFrame } from './text-frame.js';
import type { ToldPages } from './told-pages.js';
import { together, watchingOf } from './who-watches.js';
import { type Line, Viewer, type ViewerLimits } from './viewer.js';

export interface HubLimits extends ViewerLimits {
  /** Names this process among those whose viewers watch together. */
  readonly instanceId: string;
  /** So many of a project's newest messages stay in memory. */
  readonly keptMessages: number;
}

export interface HubEvents {
  /** The project is no more; the hub has closed its viewers and is of no more use. */
  deleted(): void;
  /** The stream cannot be told; the hub has closed its viewers and is of no more use. */
  failed(error: unknown): void;
  /** The store did not answer; it is asked again. */
  troubled(error: unknown): void;
}

/** Other work gets its turn after so many viewers. */
const VIEWERS_PER_TURN = 1_000;
const PRESENCE_MS = 250;
/** An instance that others watch with says again who watches; one that is not heard of for three times as long is gone. */
const PRESENCE_AGAIN_MS = 30_000;

/** One project's viewers on this instance, all fed from one feed of encoded messages by their own cursors. */
export class Hub {
  /** With the name that each gives, if it does. */
  readonly #viewers = new Map<Viewer, string | undefined>();
  readonly #watching = new Map<string, { readonly watching: Watching; readonly heardAt: number }>();
  readonly #feed: ProjectFeed;
  readonly #pacer = new Pacer(() => this.#flush());
  #presence: NodeJS.Timeout | undefined;
  #hasAsked = false;

  constructor(
    private readonly projectId: string,
    private readonly store: EventStore,
    pages: ToldPages,
    private readonly limits: HubLimits,
    events: HubEvents,
  ) {
    this.#feed = new ProjectFeed(projectId, store, pages, limits.keptMessages, {
      grown: () => this.#pacer.nudge(),
      troubled: (error) => events.troubled(error),
      deleted: (lastWords) => {
        for (const viewer of this.#viewers.keys()) viewer.end(lastWords, CLOSE_POLICY, 'The project was deleted.');
        events.deleted();
      },
      failed: (error) => {
        this.closeAll(CLOSE_INTERNAL, 'The messages of this project cannot be read.');
        events.failed(error);
      },
    });
  }

  get size(): number {
    return this.#viewers.size;
  }

  /** A viewer that gets every message beyond `after`: those that are there now, the others as they come. */
  join(line: Line, after: number, userId?: string): Viewer {
    const viewer = new Viewer(line, this.#feed, this.limits, after);
    this.#viewers.set(viewer, userId);
    this.#announcePresence();
    viewer.pump();
    return viewer;
  }

  leave(viewer: Viewer): void {
    viewer.release();
    if (this.#viewers.delete(viewer)) this.#announcePresence();
  }

  /**
   * Resolves when the log holds what was committed by now; then the viewer may be told so with `readyFrom`.
   * @throws CursorInvalid when the viewer asked for what comes after the head; it gets nothing until `resume`.
   */
  async settle(viewer: Viewer): Promise<number> {
    const head = await this.#feed.caughtUp();
    const { cursor } = viewer;
    if (cursor === undefined || cursor <= head) return head;
    viewer.moveTo(undefined);
    throw new CursorInvalid(this.projectId, cursor, head);
  }

  /**
   * Sends again from behind `after`, then says ready.
   * @throws CursorInvalid when there is nothing at `after` yet; the viewer stays where it was.
   */
  async resume(viewer: Viewer, after: number): Promise<void> {
    const head = await this.#feed.caughtUp();
    if (after > head) throw new CursorInvalid(this.projectId, after, head);
    viewer.moveTo(after);
    viewer.readyFrom(head);
  }

  /** Something beside the log; who is behind goes without. */
  offer(message: Aside): void {
    const frame = textFrame(JSON.stringify(message));
    for (const viewer of this.#viewers.keys()) viewer.offer(frame);
  }

  closeAll(code: number, reason: string): void {
    for (const viewer of this.#viewers.keys()) viewer.close(code, reason);
  }

  async stop(): Promise<void> {
    this.#pacer.stop();
    clearTimeout(this.#presence);
    await this.#feed.stop();
  }

  async #flush(): Promise<void> {
    let done = 0;
    for (const viewer of this.#viewers.keys()) {
      viewer.pump();
      done += 1;
      if (done % VIEWERS_PER_TURN === 0) await nextTurn();
    }
  }

  /** What an instance says of who watches on it, this one included. */
  heardPresence({ instance, viewers, people, asks }: Notice['data']): void {
    const watching = { viewers: Number(viewers), people: people as Watching['people'] };
    this.#watching.set(String(instance), { watching, heardAt: Date.now() });
    if (asks === true && instance !== this.limits.instanceId && this.size > 0) this.#announcePresence();
    for (const [id, { heardAt }] of this.#watching) {
      if (Date.now() - heardAt > 3 * PRESENCE_AGAIN_MS) this.#watching.delete(id);
    }
    this.offer({ type: 'presence', data: together([...this.#watching.values()].map((each) => each.watching)) });
  }

  /** At most four times a second: who watches here. */
  #announcePresence(afterMs = PRESENCE_MS): void {
    if (this.#presence && afterMs !== PRESENCE_MS) return;
    clearTimeout(this.#presence);
    this.#presence = setTimeout(() => {
      this.#presence = undefined;
      const data = { instance: this.limits.instanceId, ...watchingOf(this.#viewers.values()) };
      // Who begins to watch here learns who watches elsewhere.
      const asks = this.#hasAsked ? {} : { asks: true };
      this.#hasAsked = true;
      this.store.notify(this.projectId, { code: 'presence', message: 'Who watches.', ...data, ...asks });
      if (this.size > 0 && this.#watching.size > 1) this.#announcePresence(PRESENCE_AGAIN_MS);
    }, afterMs).unref();
  }
}
