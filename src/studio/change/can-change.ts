import type { Models } from '../../contract/models.js';
import type { ProjectState } from '../state/project-state.js';
import { currentRun } from '../state/project-state.js';

/** Whether the service would take a change now. `no-model`: it has nobody who understands what is asked. `no-app`: there is nothing to change yet. */
export type CanChange = 'now' | 'in-turn' | 'no-app' | 'no-model';

export function canChange(state: ProjectState, models: Pick<Models, 'chosen'> | undefined): CanChange {
  const run = currentRun(state);
  if (!run) return 'no-app';
  if (models?.chosen === null && run.options?.model === undefined) return 'no-model';
  if (run.status === 'active') return 'in-turn';
  return state.preview === null ? 'no-app' : 'now';
}
