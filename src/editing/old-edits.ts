import type { StoredEvent } from '../event-store/event-store.port.js';
import { editStream, isProjectStream } from '../event-store/stream-id.js';

/** What of a page of the log is old, and what may be forgotten because of it. */
export interface OldEdits {
  /** By the stream of a text: the version up to which its single changes are in a version of the file that is old. */
  readonly upTo: ReadonlyMap<string, number>;
  /** Of the last event that is old; undefined: none is. */
  readonly position: number | undefined;
}

/**
 * The changes of a text are needed one by one only by editors that come back: once a version of the file that holds them was written
 * before `before` (ISO 8601), they are not kept any longer. Deletions and versions that nobody typed (no `edit_version`) end nothing.
 */
export function oldEditsIn(events: readonly StoredEvent[], before: string): OldEdits {
  const old = events.filter(({ at }) => at < before);
  const upTo = new Map<string, number>();
  for (const { streamId, type, data } of old) {
    if (type !== 'FileWritten' || !isProjectStream(streamId)) continue;
    const { path, edit_version: version } = data as { readonly path: string; readonly edit_version?: number };
    if (version !== undefined) upTo.set(editStream(streamId, path), version);
  }
  return { upTo, position: old.at(-1)?.position };
}
