import { ChangeSet, Text } from '@codemirror/state';
import type { TextUpdate } from '../contract/texts.js';

/** What somebody typed in a file and may not have reached the service; JSON, to be kept over a reload. */
export interface Unsent {
  readonly client_id: string;
  /** The version of `base`, the service's text that it was typed into. */
  readonly version: number;
  readonly base: string;
  /** In order. */
  readonly updates: readonly TextUpdate['changes'][];
}

/** The text with what was typed in it. */
export function textWith({ base, updates }: Unsent): string {
  return updates.reduce((text, changes) => ChangeSet.fromJSON(changes).apply(text), textOf(base)).toString();
}

export function textOf(text: string): Text {
  return Text.of(text.split('\n'));
}
