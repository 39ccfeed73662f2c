import type { StoredEvent } from '../event-store/event-store.port.js';
import type { RecordedEvent } from '../generation/events.js';
import { isProjectStream } from '../event-store/stream-id.js';

export interface ProjectEvent {
  readonly projectId: string;
  readonly event: RecordedEvent;
}

/** The projects that were deleted in these events. A deletion is the last event of its project. */
export function deletedProjects(events: readonly StoredEvent[]): readonly string[] {
  return events.filter(({ type }) => type === 'ProjectDeleted').map(({ streamId }) => streamId);
}

/** The events of projects that still exist, as domain events. Other streams (presence) are left out. */
export function projectEvents(events: readonly StoredEvent[]): readonly ProjectEvent[] {
  const gone = new Set(deletedProjects(events));
  return events
    .filter(({ streamId }) => isProjectStream(streamId) && !gone.has(streamId))
    .map((stored) => ({ projectId: stored.streamId, event: stored as unknown as RecordedEvent }));
}
