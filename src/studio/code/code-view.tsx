import { type ReactNode, useEffect, useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLogFold, useOpenProject, useProject, useProjectStore } from '../project/use-project.js';
import { useCommands } from '../shell/commands.js';
import { Empty, Loading } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import type { OpenFiles } from './editor/open-files.js';
import { FilePane } from './file-pane.js';
import { FilesPanel } from './files-panel.js';
import { goneAfter, nothingGone, pathNow } from './gone-files.js';
import { ProblemsPanel } from './problems-panel.js';
import { TabBar } from './tab-bar.js';
import { codePath } from './use-file-actions.js';
import { useOpenFiles, useOpenFileStates } from './use-open-files.js';
import { type TabSet, useOpenTabs } from './use-open-tabs.js';
import styles from './code-view.module.css';

/** `/p/:id/code/*`: the app's files, read and edited with others. */
export function CodeView(): ReactNode {
  return useOpenProject() ? <Code /> : <Loading what="Opening the project…" />;
}

function Code(): ReactNode {
  const open = useOpenFiles();
  const path = useParams()['*'] || undefined;
  const store = useProjectStore();
  const tabs = useOpenTabs(store.id, path);
  const states = useOpenFileStates(open);
  useTitle(path === undefined ? 'Code' : path.slice(path.lastIndexOf('/') + 1));
  useFollowedFiles(path, tabs, open);
  useFileCommands();
  return (
    <div className={styles.code}>
      <FilesPanel path={path} states={states} />
      <section className={styles.main} aria-label="Open files">
        <TabBar path={path} tabs={tabs} open={open} states={states} />
        <div className={styles.pane}>
          {path === undefined ? <NothingOpen /> : <FilePane key={path} path={path} open={open} />}
        </div>
        <ProblemsPanel states={states} />
      </section>
    </div>
  );
}

function NothingOpen(): ReactNode {
  const hasFiles = useProject(({ state }) => Object.keys(state.files).length > 0);
  const isCaughtUp = useProject((snapshot) => snapshot.isCaughtUp);
  if (!isCaughtUp) return <Loading what="Reading the project…" />;
  return hasFiles ? (
    <Empty title="Choose a file to read or change it.">
      <p>What you type appears in the app at once, and everybody who has the file open can type with you.</p>
    </Empty>
  ) : (
    <Empty title="No code yet.">
      <p>The files appear here as they are written.</p>
    </Empty>
  );
}

/** A file that was renamed, by whomever, keeps its tab. */
function useFollowedFiles(path: string | undefined, { tabs, rename }: TabSet, open: OpenFiles): void {
  const { id } = useProjectStore();
  const gone = useLogFold(nothingGone, goneAfter);
  const navigate = useNavigate();
  useEffect(() => {
    for (const tab of tabs) {
      const now = pathNow(gone, tab);
      if (now === tab) continue;
      open.close(tab);
      rename(tab, now);
      if (tab === path) void navigate(codePath(id, now), { replace: true });
    }
  }, [gone, tabs, path, id, open, rename, navigate]);
}

/** Each file is opened from the command palette too. */
function useFileCommands(): void {
  const { id } = useProjectStore();
  const files = useProject(({ state }) => state.files);
  const navigate = useNavigate();
  const paths = Object.keys(files).toSorted().join('\n');
  const commands = useMemo(
    () =>
      paths
        .split('\n')
        .filter(Boolean)
        .map((path) => ({ id: `open ${path}`, label: `Open ${path}`, run: () => void navigate(codePath(id, path)) })),
    [id, paths, navigate],
  );
  useCommands(commands);
}
