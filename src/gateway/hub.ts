import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Aside } from '../contract/messages/aside.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { CLOSE_INTERNAL } from './close-codes.js';
import { CursorInvalid } from '../generation/errors.js';
import { Pacer } from './pacer.js';
import { ProjectFeed } from './project-feed.js';
import { textFrame } from './text-frame.js';
import { type Line, Viewer, type ViewerLimits } from './viewer.js';

export interface HubEvents {
  /** The stream cannot be told; the hub has closed its viewers and is of no more use. */
  failed(error: unknown): void;
  /** The store did not answer; it is asked again. */
  troubled(error: unknown): void;
}

/** Other work gets its turn after so many viewers. */
const VIEWERS_PER_TURN = 1_000;
const PRESENCE_MS = 250;

/** One project's viewers on this instance, all fed from one log of encoded messages by their own cursors. */
export class Hub {
  readonly #viewers = new Set<Viewer>();
  readonly #feed: ProjectFeed;
  readonly #pacer = new Pacer(() => this.#flush());
  #presence: NodeJS.Timeout | undefined;

  constructor(
    private readonly projectId: string,
    store: EventStore,
    private readonly limits: ViewerLimits,
    events: HubEvents,
  ) {
    this.#feed = new ProjectFeed(projectId, store, {
      grown: () => this.#pacer.nudge(),
      troubled: (error) => events.troubled(error),
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
  join(line: Line, after: number): Viewer {
    const viewer = new Viewer(line, this.#feed.log, this.limits, after);
    this.#viewers.add(viewer);
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
    for (const viewer of this.#viewers) viewer.offer(frame);
  }

  closeAll(code: number, reason: string): void {
    for (const viewer of this.#viewers) viewer.close(code, reason);
  }

  async stop(): Promise<void> {
    this.#pacer.stop();
    clearTimeout(this.#presence);
    await this.#feed.stop();
  }

  async #flush(): Promise<void> {
    let done = 0;
    for (const viewer of this.#viewers) {
      viewer.pump();
      done += 1;
      if (done % VIEWERS_PER_TURN === 0) await nextTurn();
    }
  }

  /** At most four times a second: how many watch. */
  #announcePresence(): void {
    this.#presence ??= setTimeout(() => {
      this.#presence = undefined;
      this.offer({ type: 'presence', data: { viewers: this.size } });
    }, PRESENCE_MS).unref();
  }
}
