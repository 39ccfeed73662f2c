import { z } from 'zod';
import type { StoredEvent } from '../../event-store/event-store.port.js';

/** Prefix of the stream that records the viewers of an instance. */
const PRESENCE = 'presence:';

const viewerEvent = z.object({
  type: z.enum(['ViewerConnected', 'ViewerDisconnected']),
  data: z.object({ project_id: z.string() }),
});

/** The change in the number of viewers of a project on one instance. */
export interface ViewerChange {
  readonly instance_id: string;
  readonly project_id: string;
  readonly delta: number;
}

/** The changes of a batch, one per instance and project, without those that cancel out. */
export function foldViewers(events: readonly StoredEvent[]): readonly ViewerChange[] {
  const changes = new Map<string, ViewerChange>();
  for (const event of events) {
    const change = changeOf(event);
    if (!change) continue;
    const key = `${change.instance_id}/${change.project_id}`;
    changes.set(key, { ...change, delta: change.delta + (changes.get(key)?.delta ?? 0) });
  }
  return [...changes.values()].filter(({ delta }) => delta !== 0);
}

function changeOf(event: StoredEvent): ViewerChange | undefined {
  if (!event.streamId.startsWith(PRESENCE)) return undefined;
  const viewer = viewerEvent.safeParse(event);
  if (!viewer.success) return undefined;
  return {
    instance_id: event.streamId.slice(PRESENCE.length),
    project_id: viewer.data.data.project_id,
    delta: viewer.data.type === 'ViewerConnected' ? 1 : -1,
  };
}
