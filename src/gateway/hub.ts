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
  /** Names this process among the instances. */
  readonly instanceId: string;
  /** How many of a project's newest messages stay in memory. */
  readonly keptMessages: number;
}

export interface HubEvents {
  /** The project was deleted; the hub has closed its viewers and can no longer be used. */
  deleted(): void;
  /** The stream cannot be read; the hub has closed its viewers and can no longer be used. */
  failed(error: unknown): void;
  /** The store did not answer; trying again. */
  troubled(error: unknown): void;
}

/** After this many viewers, other work gets its turn. */
const VIEWERS_PER_TURN = 1_000;
const PRESENCE_MS = 250;
/** How often an instance repeats who is watching; one that is silent for three times as long counts as gone. */
const PRESENCE_AGAIN_MS = 30_000;

/** One project's viewers on this instance, all fed from one feed of encoded messages by their own cursors. */
export class Hub {
  /** Each with its name, if it gave one. */
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

  /** Adds a viewer that gets every message after `after`: existing ones now, others as they arrive. */
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
   * Resolves when everything committed by now has been read; the viewer can then be told so with `readyFrom`.
   * @throws CursorInvalid if the viewer asked for messages after the head; it gets nothing until `resume`.
   */
  async settle(viewer: Viewer): Promise<number> {
    const head = await this.#feed.caughtUp();
    const { cursor } = viewer;
    if (cursor === undefined || cursor <= head) return head;
    viewer.moveTo(undefined);
    throw new CursorInvalid(this.projectId, cursor, head);
  }

  /**
   * Sends the messages after `after` again, then `ready`.
   * @throws CursorInvalid if the log has not reached `after` yet; the viewer stays where it was.
   */
  async resume(viewer: Viewer, after: number): Promise<void> {
    const head = await this.#feed.caughtUp();
    if (after > head) throw new CursorInvalid(this.projectId, after, head);
    viewer.moveTo(after);
    viewer.readyFrom(head);
  }

  /** Sends a message outside the log; viewers that are behind do not get it. */
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

  /** Handles an instance's report of its viewers, this instance included. */
  heardPresence({ instance, viewers, people, asks }: Notice['data']): void {
    const watching = { viewers: Number(viewers), people: people as Watching['people'] };
    this.#watching.set(String(instance), { watching, heardAt: Date.now() });
    if (asks === true && instance !== this.limits.instanceId && this.size > 0) this.#announcePresence();
    for (const [id, { heardAt }] of this.#watching) {
      if (Date.now() - heardAt > 3 * PRESENCE_AGAIN_MS) this.#watching.delete(id);
    }
    this.offer({ type: 'presence', data: together([...this.#watching.values()].map((each) => each.watching)) });
  }

  /** Reports who is watching here, at most four times a second. */
  #announcePresence(afterMs = PRESENCE_MS): void {
    if (this.#presence && afterMs !== PRESENCE_MS) return;
    clearTimeout(this.#presence);
    this.#presence = setTimeout(() => {
      this.#presence = undefined;
      const data = { instance: this.limits.instanceId, ...watchingOf(this.#viewers.values()) };
      // The first viewer here has to learn who is watching elsewhere.
      const asks = this.#hasAsked ? {} : { asks: true };
      this.#hasAsked = true;
      this.store.notify(this.projectId, { code: 'presence', message: 'Who watches.', ...data, ...asks });
      if (this.size > 0 && this.#watching.size > 1) this.#announcePresence(PRESENCE_AGAIN_MS);
    }, afterMs).unref();
  }
}
