import { memo, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useProject, useProjectStore } from '../project/use-project.js';
import { ago, authorName, size } from '../ui/format.js';
import type { OpenFileState } from './editor/open-file.js';
import type { OpenFileStates } from './editor/open-files.js';
import { FileMark } from './file-mark.js';
import type { FileNode, FolderNode, TreeNode } from './file-tree.js';
import { ChevronIcon } from './icons.js';
import { RowActions } from './row-actions.js';
import { codePath } from './use-file-actions.js';
import styles from './tree.module.css';

/** Most files are theirs: it is said of the others only. */
const MACHINES = new Set(['blueprint', 'generated']);

interface Shown {
  readonly path: string | undefined;
  readonly states: OpenFileStates;
  /** Everything that was found is shown, whatever is folded. */
  readonly isFiltered: boolean;
}

export function Tree({ nodes, ...shown }: { nodes: readonly TreeNode[] } & Shown): ReactNode {
  return (
    <nav className={styles.tree} aria-label="Files of the app">
      <Level nodes={nodes} {...shown} />
    </nav>
  );
}

function Level({ nodes, ...shown }: { nodes: readonly TreeNode[] } & Shown): ReactNode {
  return (
    <ul>
      {nodes.map((node) =>
        node.kind === 'folder' ? (
          <Folder key={`${node.path}/`} folder={node} {...shown} />
        ) : (
          <File key={node.path} node={node} isInFront={node.path === shown.path} state={shown.states.get(node.path)} />
        ),
      )}
    </ul>
  );
}

function Folder({ folder, ...shown }: { folder: FolderNode } & Shown): ReactNode {
  const [isFolded, setIsFolded] = useState(false);
  const isOpen = !isFolded || shown.isFiltered;
  return (
    <li>
      <button type="button" className={styles.folder} aria-expanded={isOpen} onClick={() => setIsFolded(isOpen)}>
        <ChevronIcon />
        {folder.name}
      </button>
      {isOpen && <Level nodes={folder.children} {...shown} />}
    </li>
  );
}

/** Drawn again where something about the file has changed: the tree is made anew with each file that is written. */
const File = memo(
  FileRow,
  (before, now) =>
    before.node.file === now.node.file && before.isInFront === now.isInFront && before.state === now.state,
);

function FileRow({
  node: { file, name },
  isInFront,
  state,
}: {
  node: FileNode;
  isInFront: boolean;
  state: OpenFileState | undefined;
}): ReactNode {
  const { id } = useProjectStore();
  const hasConflict = useProject(({ state: { conflicts } }) => conflicts.some(({ path }) => path === file.path));
  const { path, author, at, bytes } = file;
  return (
    <li className={styles.file} data-front={isInFront}>
      <Link
        to={codePath(id, path)}
        title={`${path}\n${size(bytes)}, last written by ${authorName(author)} ${ago(at)}`}
        aria-current={isInFront ? 'page' : undefined}
      >
        <span className={styles.name}>{name}</span>
        <FileMark state={state} hasConflict={hasConflict} />
        {!MACHINES.has(author) && <span className={styles.author}>{authorName(author)}</span>}
      </Link>
      <RowActions path={path} />
    </li>
  );
}
