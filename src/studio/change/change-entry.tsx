import { type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button.js';
import { ago } from '../ui/format.js';
import { ChangedFiles } from './changed-files.js';
import { byWords, placeWords, stateOf } from './change-words.js';
import type { Change } from './changes.js';
import { useUndo } from './use-undo.js';
import styles from './change-list.module.css';

const UNDO_WORDS = { last: 'Undo', 'all-since': 'Undo this and everything since' } as const;

/** A change: who asked for what, what it did, and how to take it back. */
export function ChangeEntry({
  change,
  title,
  undo,
}: {
  change: Change;
  title: string;
  undo: 'last' | 'all-since' | null;
}): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const { take, isPending } = useUndo(change);
  const id = useId();
  const state = stateOf(change);
  return (
    <li className={styles.entry} data-kind={change.kind} data-state={change.status}>
      <span className={styles.dot} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.facts}>
          {[state, byWords(change), change.at && placeWords(change.at), ago(change.endedAt)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {change.failure !== null && <p className={styles.failure}>{change.failure}</p>}
        <div className={styles.buttons}>
          {change.files.length > 0 && (
            <Button
              size="small"
              look="quiet"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setIsOpen(!isOpen)}
            >
              {change.files.length === 1 ? '1 file' : `${change.files.length} files`} {isOpen ? '▴' : '▾'}
            </Button>
          )}
          {undo !== null && (
            <Button size="small" look="quiet" disabled={isPending} onClick={take}>
              {UNDO_WORDS[undo]}
            </Button>
          )}
        </div>
        <div id={id}>{isOpen && <ChangedFiles change={change} />}</div>
      </div>
    </li>
  );
}
