import { authorName, count } from '../ui/format.js';
import type { Change, Changes } from './changes.js';

export function placeWords({ path, line }: { readonly path: string; readonly line: number }): string {
  return `at ${path}:${line}`;
}

/** What was done, in a line. @param changes all of them: a restore goes back to another one */
export function titleOf(change: Change, changes: Changes): string {
  const { kind, title, files } = change;
  switch (kind) {
    case 'edit':
      return files.length === 1 ? `Edited ${files[0] ?? ''}` : `Edited ${count(files.length, 'file')}`;
    case 'restore':
      return restoreTitle(change.toSeq ?? 0, changes);
    case 'made':
    case 'fork':
    case 'revision':
      return title ?? '';
  }
}

function restoreTitle(toSeq: number, changes: Changes): string {
  const undone = changes.find(({ beforeSeq, kind }) => beforeSeq === toSeq && kind !== 'restore');
  if (undone) return `Undid: ${titleOf(undone, changes)}`;
  const reached = changes.findLast(({ kind, lastSeq }) => kind !== 'restore' && lastSeq <= toSeq);
  return reached ? `Went back to: ${titleOf(reached, changes)}` : 'Went back to an earlier version';
}

/** Who did or asked for it: `Ann and Bob`. */
export function byWords({ by }: Change): string {
  return new Intl.ListFormat('en').format(by.map((author) => capitalised(authorName(author))));
}

const STATE_WORDS = { active: 'Under way', failed: 'Failed', cancelled: 'Cancelled' } as const;
const KIND_WORDS = { made: 'Made the app', fork: 'Began as a copy', revision: '', edit: '', restore: '' } as const;

/** How it stands; empty where it is done and nothing is special about it. */
export function stateOf({ kind, status }: Change): string {
  return status === 'complete' ? KIND_WORDS[kind] : STATE_WORDS[status];
}

function capitalised(name: string): string {
  return name === 'somebody' ? 'Somebody' : name;
}
