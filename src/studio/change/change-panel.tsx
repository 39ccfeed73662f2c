import type { ReactNode } from 'react';
import { useProject } from '../project/use-project.js';
import { currentRun } from '../state/project-state.js';
import { Card } from '../ui/card.js';
import { ChangeBox } from './change-box.js';
import { Conflicts } from './conflicts.js';
import { History } from './history.js';
import { Queue } from './queue.js';
import styles from './change-panel.module.css';

/** What is to be different about the app, what waits to be done about it, and what has been. */
export function ChangePanel(): ReactNode {
  const state = useProject((snapshot) => snapshot.state);
  const run = currentRun(state);
  if (!run || state.isDeleted) return null;
  return (
    <Card title="Change the app" className={styles.panel} id="change">
      <ChangeBox />
      <Conflicts conflicts={state.conflicts} />
      <Queue queue={state.queue} isHeld={run.status === 'failed'} />
      <History />
    </Card>
  );
}
