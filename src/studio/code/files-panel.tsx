import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useProject } from '../project/use-project.js';
import type { FileView } from '../state/project-state.js';
import { Button } from '../ui/button.js';
import { count } from '../ui/format.js';
import type { OpenFileStates } from './editor/open-files.js';
import { filtered, treeOf } from './file-tree.js';
import { PlusIcon } from './icons.js';
import { PathForm } from './path-form.js';
import { Tree } from './tree.js';
import { useFileActions } from './use-file-actions.js';
import styles from './files-panel.module.css';

/** The app's files, to find, open, make, rename and delete them. On a narrow page they open by a press. */
export function FilesPanel({ path, states }: { path: string | undefined; states: OpenFileStates }): ReactNode {
  const files = useProject(({ state }) => state.files);
  const [filter, setFilter] = useState('');
  const [isOpen, setIsOpen] = useState(path === undefined);
  const all = useMemo(() => Object.values(files), [files]);
  return (
    <aside className={styles.panel} aria-label="Files" data-open={isOpen}>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {count(all.length, 'file')}
        <span>{path}</span>
      </button>
      <div className={styles.inside} onClick={(event) => event.target instanceof HTMLAnchorElement && setIsOpen(false)}>
        <Head filter={filter} onFilter={setFilter} />
        <Found all={all} filter={filter} path={path} states={states} />
      </div>
    </aside>
  );
}

function Head({ filter, onFilter }: { filter: string; onFilter: (filter: string) => void }): ReactNode {
  const [isMaking, setIsMaking] = useState(false);
  const { create } = useFileActions();
  return (
    <div className={styles.head}>
      <div className={styles.row}>
        <input
          type="search"
          aria-label="Filter files by name"
          placeholder="Filter files"
          value={filter}
          onChange={({ target }) => onFilter(target.value)}
        />
        <Button
          size="small"
          look="quiet"
          aria-label="New file"
          title="New file"
          aria-expanded={isMaking}
          onClick={() => setIsMaking(!isMaking)}
        >
          <PlusIcon />
        </Button>
      </div>
      {isMaking && (
        <PathForm
          label="Path of the new file"
          first="app/"
          verb="Create"
          onDone={(path) => create(path).then(() => onFilter(''))}
          onClose={() => setIsMaking(false)}
        />
      )}
    </div>
  );
}

function Found({
  all,
  filter: typed,
  path,
  states,
}: {
  all: readonly FileView[];
  filter: string;
  path: string | undefined;
  states: OpenFileStates;
}): ReactNode {
  const filter = useDeferredValue(typed);
  const nodes = useMemo(() => treeOf(filtered(all, filter)), [all, filter]);
  if (nodes.length > 0) return <Tree nodes={nodes} path={path} states={states} isFiltered={filter.trim() !== ''} />;
  return <p className={styles.none}>{all.length === 0 ? 'No files yet.' : 'No file matches.'}</p>;
}
