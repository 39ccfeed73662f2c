import type { PublicStatus } from '../contract/run.js';
import { STAGE_RULES } from './stage-plan.js';
import type { RunState } from './run-state.js';

export type { PublicStatus };

/** The run in the seed's words; `ready` from the published preview on. */
export function publicStatus(run: RunState): PublicStatus {
  if (run.status === 'failed') return 'error';
  if (run.status === 'cancelled') return 'cancelled';
  if (run.status === 'complete' || run.stages.preview_ready === 'succeeded') return 'ready';
  return (run.stage && STAGE_RULES[run.stage].status) ?? 'initializing';
}
