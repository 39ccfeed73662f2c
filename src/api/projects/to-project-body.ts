import type { ProjectBody, ProjectSummary } from '../../contract/projects.js';
import type { ListedProject } from '../../projections/status/status-view.js';
import type { ProjectWithRuns } from '../project-reader.js';
import { toStatusBody } from '../status/to-status-body.js';

export function toProjectSummary(status: ListedProject): ProjectSummary {
  const { prompt, user_id, created_at, completed_at } = status;
  return { ...toStatusBody(status), prompt, user_id, created_at, completed_at };
}

export function toProjectBody({ status, runs }: ProjectWithRuns): ProjectBody {
  return {
    ...toProjectSummary(status),
    screens: [...(runs.at(-1)?.screens ?? [])],
    notes: [...status.notes],
    runs: runs.map(({ project_id: _same, cost_by_model: _costs, first_seq: _first, ...run }) => {
      return { ...run, screens: [...run.screens], stages_ms: { ...run.stages_ms } };
    }),
  };
}
