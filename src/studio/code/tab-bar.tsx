import { type ReactNode, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useProjectStore } from '../project/use-project.js';
import type { OpenFiles, OpenFileStates } from './editor/open-files.js';
import { FileMark } from './file-mark.js';
import { CloseIcon } from './icons.js';
import { neighbourOf, tabNames } from './open-tabs.js';
import { codePath } from './use-file-actions.js';
import type { TabSet } from './use-open-tabs.js';
import styles from './tab-bar.module.css';

/** The files that are open, the one in front marked. */
export function TabBar({
  path: inFront,
  tabs: { tabs, close },
  open,
  states,
}: {
  path: string | undefined;
  tabs: TabSet;
  open: OpenFiles;
  states: OpenFileStates;
}): ReactNode {
  const { id } = useProjectStore();
  const navigate = useNavigate();
  const names = useMemo(() => tabNames(tabs), [tabs]);
  const leave = (path: string): void => {
    const next = neighbourOf(tabs, path);
    close(path);
    open.close(path);
    if (path === inFront) void navigate(next === undefined ? `/p/${id}/code` : codePath(id, next));
  };
  if (tabs.length === 0) return null;
  return (
    <nav className={styles.bar} aria-label="Open files">
      <ul>
        {tabs.map((path) => (
          <li
            key={path}
            className={styles.tab}
            data-front={path === inFront}
            onAuxClick={({ button }) => button === 1 && leave(path)}
          >
            <Link to={codePath(id, path)} title={path} aria-current={path === inFront ? 'page' : undefined}>
              <FileMark state={states.get(path)} />
              {names.get(path)}
            </Link>
            <button type="button" aria-label={`Close ${path}`} onClick={() => leave(path)}>
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
