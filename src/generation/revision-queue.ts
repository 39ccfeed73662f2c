import type { PointedLine, RecordedEvent } from './events.js';

/** A change of the app that waits for the end of the active run. */
export interface QueuedRevision {
  /** The seq of its `RevisionQueued`: what it is named by. */
  readonly revision: number;
  readonly instruction: string;
  readonly user_id?: string;
  readonly at?: PointedLine;
}

/** So many may wait. */
export const MAX_QUEUED = 20;

/** What waits after the event, first come first. */
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
