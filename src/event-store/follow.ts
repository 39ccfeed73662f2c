import { setTimeout as sleep } from 'node:timers/promises';
import type { Doorbell, EventStore, StoredEvent } from './event-store.port.js';

export interface Follower {
  /** Stops following. Resolves when a running handler has finished. */
  stop(): Promise<void>;
}

export interface FollowOptions {
  /** Maximum number of events per call of the handler; default 1,000. */
  readonly pageSize?: number;
  /** Called after each failure of a read or of the handler, before the same events are tried again. */
  readonly onError?: (error: unknown) => void;
}

/** Handles one page of events, in order. The next call waits for it. If it throws, the same events come again after a pause. */
export type EventsHandler = (events: readonly StoredEvent[]) => void | Promise<void>;

/**
 * Calls `onEvents` with the events of the stream above `afterSeq`: first the stored ones, then each new one. An event comes twice
 * only if the handler threw.
 */
export function followStream(
  store: EventStore,
  streamId: string,
  afterSeq: number,
  onEvents: EventsHandler,
  options: FollowOptions = {},
): Follower {
  return follow(store, onEvents, options, {
    cursor: afterSeq,
    cursorOf: (event) => event.seq,
    concerns: (bell) => bell.streamIds?.has(streamId) ?? true,
    read: (seq, limit) => store.read(streamId, { afterSeq: seq, limit }),
  });
}

/** Like {@link followStream}, but over all streams in commit order, above `afterPosition`. */
export function followAll(
  store: EventStore,
  afterPosition: number,
  onEvents: EventsHandler,
  options: FollowOptions = {},
): Follower {
  return follow(store, onEvents, options, {
    cursor: afterPosition,
    cursorOf: (event) => event.position,
    concerns: () => true,
    read: (position, limit) => store.readAll(position, limit),
  });
}

interface Tail {
  cursor: number;
  readonly cursorOf: (event: StoredEvent) => number;
  readonly concerns: (bell: Doorbell) => boolean;
  readonly read: (cursor: number, limit: number) => Promise<readonly StoredEvent[]>;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

function follow(store: EventStore, onEvents: EventsHandler, options: FollowOptions, tail: Tail): Follower {
  const { pageSize = 1_000, onError } = options;
  const stopping = new AbortController();
  const bell = new Latch();
  const comeback = new Latch();
  // Subscribed before the first read, so that an append in between rings the bell.
  const unsubscribe = store.listen((rung) => {
    if (tail.concerns(rung)) bell.open();
    if (!rung.streamIds) comeback.open();
  });

  /** Passes on one page; true if there may be another. */
  const step = async (): Promise<boolean> => {
    const events = await tail.read(tail.cursor, pageSize);
    const last = events.at(-1);
    if (!last || stopping.signal.aborted) return false;
    await onEvents(events);
    tail.cursor = tail.cursorOf(last);
    return events.length === pageSize;
  };

  const run = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      bell.close();
      comeback.close();
      try {
        while (await step()) pauseMs = FIRST_PAUSE_MS;
        pauseMs = FIRST_PAUSE_MS;
        await bell.opened();
      } catch (error) {
        onError?.(error);
        await pause(pauseMs, comeback);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  };

  const ended = run();
  return {
    stop: () => {
      stopping.abort();
      unsubscribe();
      bell.open();
      comeback.open();
      return ended;
    },
  };
}

/** Callers wait while it is closed and continue when it opens. */
class Latch {
  private waiting = Promise.withResolvers<undefined>();

  open(): void {
    this.waiting.resolve(undefined);
  }

  close(): void {
    this.waiting = Promise.withResolvers<undefined>();
  }

  opened(): Promise<undefined> {
    return this.waiting.promise;
  }
}

/** Ends early when the log is reachable again, and at stop(). */
async function pause(ms: number, comeback: Latch): Promise<void> {
  const enough = new AbortController();
  const over = sleep(ms, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([over, comeback.opened()]);
  enough.abort();
}
