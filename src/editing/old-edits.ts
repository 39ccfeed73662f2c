import type { StoredEvent } from '../event-store/event-store.port.js';
import { editStream, isProjectStream } from '../event-store/stream-id.js';

/** The old events in a page of the log, and what can be trimmed because of them. */
export interface OldEdits {
  /** By stream of a text: the version up to which an old version of the file contains its changes. */
  readonly upTo: ReadonlyMap<string, number>;
  /** Position of the last old event; undefined if there is none. */
  readonly position: number | undefined;
}

/**
 * Single changes are needed only by editors that reconnect, so they are not kept once a version of the file that contains them is
 * older than `before` (ISO 8601). Deletions, and versions that did not come from editing (no `edit_version`), do not count.
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
