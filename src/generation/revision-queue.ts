import type { PointedLine, RecordedEvent } from './events.js';

/** A change of the app that waits for the end of the active run. */
export interface QueuedRevision {
  /** The seq of its `RevisionQueued`, which is its name. */
  readonly revision: number;
  readonly instruction: string;
  readonly user_id?: string;
  readonly at?: PointedLine;
}

/** The most that may be queued. */
export const MAX_QUEUED = 20;

/** The queue after the event, in the order of arrival. */
export function queueAfter(queue: readonly QueuedRevision[], event: RecordedEvent): readonly QueuedRevision[] {
  switch (event.type) {
    case 'RevisionQueued':
      return [...queue, { revision: event.seq, ...event.data }];
    case 'RevisionWithdrawn':
      return queue.filter(({ revision }) => revision !== event.data.revision);
    case 'RevisionRequested':
      return queue.filter(({ revision }) => revision !== event.data.revision);
    default:
      return queue;
  }
}
