import type { StoredEvent } from '../event-store/event-store.port.js';
import type { RecordedEvent } from '../generation/events.js';
import { isProjectStream } from '../event-store/stream-id.js';

export interface ProjectEvent {
  readonly projectId: string;
  readonly event: RecordedEvent;
}

/** The events of projects among `events`, in the domain's types; other streams (presence) fall out. */
export function projectEvents(events: readonly StoredEvent[]): readonly ProjectEvent[] {
  return events
    .filter(({ streamId }) => isProjectStream(streamId))
    .map((stored) => ({ projectId: stored.streamId, event: stored as unknown as RecordedEvent }));
}
