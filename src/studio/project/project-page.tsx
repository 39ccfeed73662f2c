import type { ReactNode } from 'react';
import { ChangePanel } from '../change/change-panel.js';
import { useOpenProject } from './use-project.js';
import { Loading } from '../ui/states.js';
import { WatchView } from '../watch/watch-view.js';

/** `/p/:id`: what is being made, and what can be changed about it. */
export function ProjectPage(): ReactNode {
  if (!useOpenProject()) return <Loading what="Opening the project…" />;
  return (
    <WatchView>
      <ChangePanel />
    </WatchView>
  );
}
