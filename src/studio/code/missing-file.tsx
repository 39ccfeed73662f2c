import type { ReactNode } from 'react';
import { useLogFold } from '../project/use-project.js';
import { Button } from '../ui/button.js';
import { ago, authorName } from '../ui/format.js';
import { Empty } from '../ui/states.js';
import { goneAfter, nothingGone } from './gone-files.js';
import { useFileActions } from './use-file-actions.js';

/** Shown for a path without a file: who deleted it and how to bring it back, or how to create it. */
export function MissingFile({ path }: { path: string }): ReactNode {
  const gone = useLogFold(nothingGone, goneAfter)[path];
  const { bringBack } = useFileActions();
  if (gone?.how !== 'deleted') {
    return (
      <Empty title={`There is no file ${path}.`}>
        <p>Choose another file, or create this one with the plus above the files.</p>
      </Empty>
    );
  }
  return (
    <Empty title={`${path} was deleted.`}>
      <p>
        By {authorName(gone.author)}, {ago(gone.at)}.
      </p>
      <Button onClick={() => void bringBack(path, gone.seq - 1)}>Bring it back</Button>
    </Empty>
  );
}
