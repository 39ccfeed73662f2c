import { type ReactNode, useState } from 'react';
import { Dialog } from '../ui/dialog.js';
import { PencilIcon, TrashIcon } from './icons.js';
import { PathForm } from './path-form.js';
import { useFileActions } from './use-file-actions.js';
import styles from './row-actions.module.css';

/** What can be done with a file of the tree; seen where the pointer or the focus is. */
export function RowActions({ path }: { path: string }): ReactNode {
  const { rename, remove } = useFileActions();
  const [isRenaming, setIsRenaming] = useState(false);
  const close = (): void => setIsRenaming(false);
  return (
    <span className={styles.actions}>
      <button type="button" aria-label={`Rename ${path}`} title="Rename" onClick={() => setIsRenaming(true)}>
        <PencilIcon />
      </button>
      <button type="button" aria-label={`Delete ${path}`} title="Delete" onClick={() => void remove(path)}>
        <TrashIcon />
      </button>
      {isRenaming && (
        <Dialog title="Rename the file" onClose={close}>
          <PathForm label="New path" first={path} verb="Rename" onDone={(to) => rename(path, to)} onClose={close} />
          <p className={styles.hint}>Imports of it in other files are not changed.</p>
        </Dialog>
      )}
    </span>
  );
}
