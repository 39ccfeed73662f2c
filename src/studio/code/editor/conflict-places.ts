import { Chunk } from '@codemirror/merge';
import { Text } from '@codemirror/state';
import type { FileConflict } from '../../../contract/history.js';
import { changesBetween } from './text-changes.js';

/** Where the two differ, in the text as it is now. */
export interface ConflictPlace {
  /** Of the first line. */
  readonly from: number;
  /** The end of the last line; `from` where the other only adds lines. */
  readonly to: number;
  /** The other’s lines, without the last line's end; empty: the other has none here. */
  readonly theirs: string;
}

/** The places of a conflict, moved along with what has been typed since. */
export function placesIn(
  now: string,
  { mine, theirs }: Pick<FileConflict, 'mine' | 'theirs'>,
): readonly ConflictPlace[] {
  const [own, other] = [textOf(mine), textOf(theirs)];
  const since = changesBetween(mine, now);
  return Chunk.build(own, other).map(({ fromA, endA, toA, fromB, endB, toB }) => {
    const from = since.mapPos(Math.min(fromA, mine.length), -1);
    return {
      from,
      to: toA > fromA ? Math.max(from, since.mapPos(endA, 1)) : from,
      theirs: toB > fromB ? other.sliceString(fromB, endB) : '',
    };
  });
}

function textOf(text: string): Text {
  return Text.of(text.split('\n'));
}
