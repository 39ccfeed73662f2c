import { type ChangeSet, Text } from '@codemirror/state';
import type { StoredEvent } from '../event-store/event-store.port.js';
import { fileOfClient, toUpdate, updateOf } from './text-update.js';

/** A text that people edit, built from its stream. */
export interface EditedText {
  /** Seq of its last change. */
  readonly version: number;
  readonly text: Text;
  /** The version of the file that was merged into the text last; the base for merging what others write into the file. */
  readonly file: { readonly seq: number; readonly sha256: string };
  /** Everyone who changed it since it was last written into its file, in order of their first change. */
  readonly authors: readonly string[];
}

/** The text as it was last written into its file; version 0 if it has no changes yet. */
export function textAt(version: number, text: string, file: EditedText['file']): EditedText {
  return { version, text: textOf(text), file, authors: [] };
}

/** The text after a `TextChanged`. */
export function evolveText(before: EditedText, event: StoredEvent): EditedText {
  const update = updateOf(event);
  const { changes } = toUpdate(update);
  const file = fileOfClient(update.client_id);
  const isKnown = file !== undefined || before.authors.includes(event.actor);
  return {
    version: event.seq,
    text: changes.apply(before.text),
    file: file ?? before.file,
    authors: isKnown ? before.authors : [...before.authors, event.actor],
  };
}

/** A text with LF line endings. Files with CRLF are edited, and written, with LF. */
export function textOf(content: string): Text {
  return Text.of(content.split(/\r\n?|\n/));
}

/** Why the changes do not fit the text; undefined if they do. */
export function misfit(text: Text, changes: ChangeSet): string | undefined {
  if (changes.length === text.length) return undefined;
  return `they are for a text of ${changes.length} characters, but it has ${text.length}`;
}
