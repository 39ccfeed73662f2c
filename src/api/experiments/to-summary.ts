import type { ExperimentList } from '../../contract/experiments.js';
import type { ExperimentState } from '../../experiments/experiment-state.js';

export function toSummary({
  id,
  name,
  status,
  arms,
  ended,
  votes,
  startedAt,
  endedAt,
}: ExperimentState): ExperimentList['experiments'][number] {
  return {
    experiment_id: id,
    name,
    status,
    arms: arms.length,
    runs: arms.reduce((sum, { projects }) => sum + projects.length, 0),
    runs_ended: Object.keys(ended).length,
    votes: Object.keys(votes).length,
    created_at: startedAt,
    ended_at: endedAt ?? null,
  };
}
