import { type ReactNode, useEffect } from 'react';
import { CreatePage } from '../create/create-page.js';
import { useProject } from '../project/use-project.js';
import { Elsewhere } from '../see/elsewhere.js';
import { currentRun, type ProjectState } from '../state/project-state.js';
import type { Run } from '../state/run.js';
import { Loading, Notice } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { Announcer } from './announcer.js';
import { Notes } from './notes.js';
import { RunCard } from './run-card.js';
import { Screens } from './screens.js';
import { Stages } from './stages.js';
import { Writing } from './writing.js';
import { WrittenFiles } from './written-files.js';
import styles from './watch-view.module.css';

/** The progress of a run; for a project without one, a place to start. @param children actions for the app */
export function WatchView({ children }: { children?: ReactNode }): ReactNode {
  const isCaughtUp = useProject((snapshot) => snapshot.isCaughtUp);
  const isAsked = useProject(({ asks }) => asks.start !== null);
  const state = useProject((snapshot) => snapshot.state);
  const run = currentRun(state);
  useTitle(titleOf(run));
  useLight(run);
  if (state.isDeleted) return <Notice tone="info">This project has been deleted for good.</Notice>;
  if (!run) return isCaughtUp && !isAsked ? <CreatePage /> : <Loading what="Opening the project…" />;
  return (
    <Watched run={run} state={state} isReplaying={!isCaughtUp}>
      {children}
    </Watched>
  );
}

function Watched({
  run,
  state,
  isReplaying,
  children,
}: {
  run: Run;
  state: ProjectState;
  isReplaying: boolean;
  children: ReactNode;
}): ReactNode {
  // While the app is made for the first time, that is what one looks at.
  const isFirst = run.status === 'active' && run.number === 1;
  return (
    <div className={styles.watch} data-replaying={isReplaying}>
      <RunCard run={run} notice={state.notice} />
      {!isFirst && children}
      <div className={styles.details}>
        <Stages run={run} />
        <div className={styles.stack}>
          <Writing writing={state.writing} />
          <Screens screens={run.screens} />
          <Elsewhere />
          <WrittenFiles files={state.files} id={state.id} />
          <Notes notes={run.notes} />
        </div>
      </div>
      {isFirst && children}
      <Announcer />
    </div>
  );
}

function titleOf(run: Run | undefined): string {
  if (!run) return '';
  return run.status === 'active' ? `${run.progress} %` : (run.appName ?? 'Your app');
}

/** The horizon grows lighter as the run proceeds. */
function useLight(run: Run | undefined): void {
  const light = run ? run.progress / 100 : 0.5;
  useEffect(() => {
    document.documentElement.style.setProperty('--light', String(light));
  }, [light]);
}
