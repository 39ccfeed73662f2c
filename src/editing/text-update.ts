import type { Update } from '@codemirror/collab';
import { ChangeSet } from '@codemirror/state';
import type { TextUpdate } from '../contract/texts.js';
import type { NewEvent, StoredEvent } from '../event-store/event-store.port.js';

/** Prefix of the client ids that the service itself uses. Clients may not use it. */
const FROM_FILE = 'file:';

/** The client id for merging a version of the file that did not come from editing. */
export function clientOfFile({ seq, sha256 }: { readonly seq: number; readonly sha256: string }): string {
  return `${FROM_FILE}${seq}:${sha256}`;
}

/** The version of the file that an update merged in; undefined for an update from a person. */
export function fileOfClient(clientId: string): { readonly seq: number; readonly sha256: string } | undefined {
  if (!clientId.startsWith(FROM_FILE)) return undefined;
  const [, seq = '', sha256 = ''] = clientId.split(':');
  return { seq: Number(seq), sha256 };
}

export function toStored({ clientID, changes }: Update, actor: string): NewEvent {
  return { type: 'TextChanged', data: { client_id: clientID, changes: changes.toJSON() as unknown }, run: 0, actor };
}

/** The stream contains only what {@link toStored} made. */
export function updateOf({ data }: StoredEvent): TextUpdate {
  return data as TextUpdate;
}

/** @throws RangeError if `changes` is not a ChangeSet */
export function toUpdate({ client_id, changes }: TextUpdate): Update {
  return { clientID: client_id, changes: ChangeSet.fromJSON(changes) };
}
