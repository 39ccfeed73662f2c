import type { StoredEvent } from '../event-store/event-store.port.js';
import type { RecordedEvent } from '../generation/events.js';
import { isProjectStream } from '../event-store/stream-id.js';

export interface ProjectEvent {
  readonly projectId: string;
  readonly event: RecordedEvent;
}

/** The projects that were deleted in these events: nothing comes after that. */
export function deletedProjects(events: readonly StoredEvent[]): readonly string[] {
  return events.filter(({ type }) => type === 'ProjectDeleted').map(({ streamId }) => streamId);
}

/** The events of existing projects among `events`, in the domain's types; other streams (presence) are left out. */
export function projectEvents(events: readonly StoredEvent[]): readonly ProjectEvent[] {
  const gone = new Set(deletedProjects(events));
  return events
    .filter(({ streamId }) => isProjectStream(streamId) && !gone.has(streamId))
    .map((stored) => ({ projectId: stored.streamId, event: stored as unknown as RecordedEvent }));
}
