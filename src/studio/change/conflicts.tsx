import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { resolveConflict } from '../api/changes.js';
import { useProjectStore } from '../project/use-project.js';
import type { OpenConflict } from '../state/project-state.js';
import { Button, ButtonLink } from '../ui/button.js';
import { authorName } from '../ui/format.js';
import { Failed } from '../ui/states.js';
import styles from './change-list.module.css';

/** Lines that a person and another writer both changed: the person's are in the app until somebody decides. */
export function Conflicts({ conflicts }: { conflicts: readonly OpenConflict[] }): ReactNode {
  if (conflicts.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Conflicts">
      <h3>Conflicting changes</h3>
      <ul className={styles.list}>
        {conflicts.map((conflict) => (
          <ConflictEntry key={conflict.conflict} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
}

function ConflictEntry({ conflict: { conflict, path, author, places } }: { conflict: OpenConflict }): ReactNode {
  const store = useProjectStore();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (take: boolean) => resolveConflict(store, conflict, take),
  });
  const other = authorName(author);
  return (
    <li className={styles.entry} data-kind="conflict">
      <span className={styles.dot} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{path}</p>
        <p className={styles.facts}>
          A person and {other} changed the same lines ({linesOf(places)}). The app uses the person’s.
        </p>
        <div className={styles.buttons}>
          <Button size="small" disabled={isPending} onClick={() => mutate(true)}>
            Use those of {other}
          </Button>
          <Button size="small" disabled={isPending} onClick={() => mutate(false)}>
            Keep the person’s
          </Button>
          <ButtonLink size="small" look="quiet" to={`/p/${store.id}/code/${path}?line=${places[0]?.from_line ?? 1}`}>
            Open the code
          </ButtonLink>
        </div>
        {error !== null && <Failed error={error} />}
      </div>
    </li>
  );
}

function linesOf(places: OpenConflict['places']): string {
  return places.map(({ from_line: from, to_line: to }) => (to > from ? `${from}–${to}` : `${from}`)).join(', ');
}
