import { type ReactNode, useState } from 'react';
import { useLogFold, useProject } from '../project/use-project.js';
import { Button } from '../ui/button.js';
import { type Change, changesAfter, noChanges } from './changes.js';
import { titleOf } from './change-words.js';
import { ChangeEntry } from './change-entry.js';
import styles from './change-list.module.css';

const SHOWN_AT_FIRST = 6;

/** What became of the app so far, the newest first. */
export function History(): ReactNode {
  const changes = useLogFold(noChanges, changesAfter);
  const isActive = useProject(({ state }) => state.runs.at(-1)?.status === 'active');
  const [isAll, setIsAll] = useState(false);
  const newestFirst = changes.toReversed();
  const last = newestFirst.find(({ files }) => files.length > 0);
  const shown = isAll ? newestFirst : newestFirst.slice(0, SHOWN_AT_FIRST);
  if (changes.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Changes so far">
      <h3>So far</h3>
      <ol className={styles.list}>
        {shown.map((change) => (
          <ChangeEntry
            key={change.firstSeq}
            change={change}
            title={titleOf(change, changes)}
            undo={isActive ? null : undoOf(change, change === last)}
          />
        ))}
      </ol>
      {shown.length < changes.length && (
        <Button size="small" look="quiet" onClick={() => setIsAll(true)}>
          Show all {changes.length}
        </Button>
      )}
    </section>
  );
}

/** What undoing an entry comes to; null: there is nothing to undo. */
function undoOf({ kind, files }: Change, isLast: boolean): 'last' | 'all-since' | null {
  if (files.length === 0 || kind === 'made' || kind === 'fork') return null;
  return isLast ? 'last' : 'all-since';
}
