import { ChangeSet, Text } from '@codemirror/state';
import { diffLines } from 'diff';

/** A range of lines, numbered from 1 and inclusive, for which the other version was left out. */
export interface TextConflict {
  readonly from_line: number;
  readonly to_line: number;
}

export interface Merged {
  /** The changes that turn `mine` into the merged text. */
  readonly changes: ChangeSet;
  /** Where both changed the same lines; `mine` stays there. */
  readonly conflicts: readonly TextConflict[];
}

/** A range of whole lines, as character offsets, and the text that replaces it. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Texts that differ in more lines than this are treated as a single change, because comparing them would take too long. */
const MAX_CHANGED_LINES = 400;

/** The changes that turn `before` into `after`. Equal lines are left untouched. */
export function changesBetween(before: string, after: string): ChangeSet {
  return ChangeSet.of(hunksBetween(before, after), before.length);
}

/** Merges the changes from `base` to `theirs` into `mine`. Texts have LF line endings. */
export function mergeInto(mine: string, base: string, theirs: string): Merged {
  // With a line ending after the last line, lines added at the end are whole lines too.
  const [ownText, baseText, theirText] = [`${mine}\n`, `${base}\n`, `${theirs}\n`];
  const ours = hunksBetween(baseText, ownText);
  const wanted = hunksBetween(baseText, theirText).filter((hunk) => !ours.some((own) => isSame(own, hunk)));
  const lost = wanted.filter((hunk) => ours.some((own) => overlaps(own, hunk)));
  const taken = wanted.filter((hunk) => !lost.includes(hunk));
  const toMine = ChangeSet.of(ours, baseText.length);
  const merged = ChangeSet.of(taken, baseText.length)
    .map(toMine)
    .apply(Text.of(ownText.split('\n')));
  return {
    changes: changesBetween(mine, merged.sliceString(0, merged.length - 1)),
    conflicts: lost.map(({ from, to }) => ({
      from_line: lineAt(ownText, toMine.mapPos(from, -1)),
      to_line: lineAt(ownText, Math.max(toMine.mapPos(from, -1), toMine.mapPos(to, 1) - 1)),
    })),
  };
}

/** The text that {@link mergeInto} produces. */
export function mergedText(mine: string, base: string, theirs: string): string {
  return appliedTo(mine, mergeInto(mine, base, theirs).changes);
}

export function appliedTo(text: string, changes: ChangeSet): string {
  return changes.apply(Text.of(text.split('\n'))).toString();
}

/** The lines of `text` that differ in `other`. */
export function placesBetween(text: string, other: string): readonly TextConflict[] {
  return hunksBetween(`${text}\n`, `${other}\n`).map(({ from, to }) => ({
    from_line: lineAt(text, from),
    to_line: lineAt(text, Math.max(from, to - 1)),
  }));
}

function hunksBetween(before: string, after: string): Hunk[] {
  if (before === after) return [];
  const parts = diffLines(before, after, { maxEditLength: MAX_CHANGED_LINES });
  if (!parts) return [wholeChange(before, after)];
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    const last = hunks.at(-1);
    if (added) {
      // A removal and an insertion at the same place are one change.
      if (last?.to === at && last.insert === '') hunks[hunks.length - 1] = { ...last, insert: value };
      else hunks.push({ from: at, to: at, insert: value });
    } else {
      if (removed) hunks.push({ from: at, to: at + value.length, insert: '' });
      at += value.length;
    }
  }
  return hunks;
}

/** One change from the first to the last line that differs. */
function wholeChange(before: string, after: string): Hunk {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  start = before.lastIndexOf('\n', start - 1) + 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const lineEnd = before.indexOf('\n', before.length - end);
  const kept = end === 0 || lineEnd < 0 ? 0 : before.length - lineEnd - 1;
  return { from: start, to: before.length - kept, insert: after.slice(start, after.length - kept) };
}

function isSame(one: Hunk, other: Hunk): boolean {
  return one.from === other.from && one.to === other.to && one.insert === other.insert;
}

/** Two insertions at the same place, or an insertion next to a replaced range, do not conflict: both are kept. */
function overlaps(one: Hunk, other: Hunk): boolean {
  const isInsideOf = (inner: Hunk, outer: Hunk): boolean =>
    inner.from === inner.to && inner.from > outer.from && inner.to < outer.to;
  const share = one.from < other.to && other.from < one.to;
  return (share && one.from < one.to && other.from < other.to) || isInsideOf(one, other) || isInsideOf(other, one);
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
