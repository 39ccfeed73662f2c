import type { ReactNode } from 'react';
import { useProject } from '../project/use-project.js';
import { currentRun } from '../state/project-state.js';
import { usePreparation } from '../watch/use-preparation.js';
import { AppFrame } from './app-frame.js';
import type { Looks } from './see-panel.js';

/** The project's app. A page that was warm before the first run becomes the app by itself; for a later run it is opened again, so that it does not stay on a screen that is gone. */
export function ProjectFrame({ looks }: { looks: Looks }): ReactNode {
  const state = useProject((snapshot) => snapshot.state);
  const preparation = usePreparation();
  const run = currentRun(state);
  const isOver = run?.status === 'failed' || run?.status === 'cancelled';
  const warm = !isOver && state.warmth?.state === 'warm' ? state.warmth : null;
  const url = state.preview?.url ?? warm?.preview_url ?? null;
  return (
    <AppFrame
      url={url}
      urls={state.preview?.urls ?? warm?.preview_urls ?? null}
      opened={`${state.preview?.run ?? 1} ${looks.reloads}`}
      plan={run?.plan ?? null}
      words={
        isOver
          ? 'No preview: the run ended before it was ready.'
          : (preparation ?? (run ? 'Your app appears here as soon as it answers.' : 'Your app appears here.'))
      }
      scheme={looks.scheme}
    />
  );
}
