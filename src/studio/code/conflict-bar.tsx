import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useProjectStore } from '../project/use-project.js';
import type { OpenConflict } from '../state/project-state.js';
import { Button } from '../ui/button.js';
import { authorName } from '../ui/format.js';
import { showConflicts } from './editor/conflict-marks.js';
import { placesIn } from './editor/conflict-places.js';
import type { OpenFile } from './editor/open-file.js';
import { conflictsQuery } from './files-api.js';
import styles from './conflict-bar.module.css';

/** Two versions of some lines: the other one is shown below those that count, until somebody decides. */
export function ConflictBar({ open, file }: { open: readonly OpenConflict[]; file: OpenFile | undefined }): ReactNode {
  useShownPlaces(open, file);
  return (
    <div className={styles.bar}>
      {open.map((conflict) => (
        <Conflict key={conflict.conflict} conflict={conflict} />
      ))}
    </div>
  );
}

function Conflict({ conflict: { conflict, author, places } }: { conflict: OpenConflict }): ReactNode {
  const store = useProjectStore();
  const decide = (take: boolean): void => void store.send({ action: 'resolve_conflict', conflict, take });
  const who = authorName(author);
  return (
    <div className={styles.conflict} role="group" aria-label={`Conflict with ${who}`}>
      <p>
        The same {places.length === 1 ? 'lines' : `lines in ${places.length} places`} were changed by{' '}
        <strong>{who}</strong>. The ones in the file are used.
      </p>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => decide(true)}>
          Use the other
        </Button>
        <Button size="small" onClick={() => decide(false)}>
          Keep what is here
        </Button>
      </div>
    </div>
  );
}

function useShownPlaces(open: readonly OpenConflict[], file: OpenFile | undefined): void {
  const { id } = useProjectStore();
  const { data: conflicts } = useQuery(
    conflictsQuery(
      id,
      open.map(({ conflict }) => conflict),
    ),
  );
  useEffect(() => {
    if (!file?.view || !conflicts) return undefined;
    const now = file.view.state.doc.toString();
    const places = conflicts
      .filter(({ path }) => path === file.path)
      .flatMap((conflict) =>
        placesIn(now, conflict).map((place) => ({ ...place, author: authorName(conflict.author) })),
      );
    file.change({ effects: showConflicts.of(places) });
    return () => file.change({ effects: showConflicts.of([]) });
  }, [file, conflicts]);
}
