import type { ReactNode } from 'react';
import { useOpenProject } from './use-project.js';
import { Loading } from '../ui/states.js';
import { WatchView } from '../watch/watch-view.js';

/** `/p/:id`: what is being made, and what can be changed about it. */
export function ProjectPage(): ReactNode {
  return useOpenProject() ? <WatchView /> : <Loading what="Opening the project…" />;
}
