import { diff } from '@codemirror/merge';
import { ChangeSet } from '@codemirror/state';

/** Beyond that the comparison is coarse, and the text that comes of it the same. */
const LIMITS = { scanLimit: 2_000, timeout: 300 };

/**
 * What has to change, character by character, for `before` to become `after`. What is the same in both stays untouched, and with it
 * everybody's cursors and edits there.
 */
export function changesBetween(before: string, after: string): ChangeSet {
  const changes = diff(before, after, LIMITS).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: after.slice(fromB, toB),
  }));
  return ChangeSet.of(changes, before.length);
}

/** The same for a text that has become `now` meanwhile: what others have typed there stays. */
export function changesOver(before: string, after: string, now: string): ChangeSet {
  const changes = changesBetween(before, after);
  return now === before ? changes : changes.map(changesBetween(before, now));
}
