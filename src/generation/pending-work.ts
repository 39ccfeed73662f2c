import { STAGE_RULES, STAGES, type Stage } from './stage-plan.js';
import type { StageStatus } from './run-state.js';
import type { ProjectState } from './state.js';

/** What a driver has to do for the project now. */
export interface PendingWork {
  /** The stages that should be running. */
  readonly stages: readonly Stage[];
  /** The stages that begin again by themselves, and when: ISO 8601, the log's clock. */
  readonly restarts: readonly { readonly stage: Stage; readonly at: string }[];
  /** All work is to end, and then the cancel to be finished. */
  readonly mustCancel: boolean;
  /** The finished app is to be exported as a site. */
  readonly mustExport: boolean;
}

/** Nothing to do: no stages, no cancel. After completion only background stages go on. */
export function pendingWork({ run, isShareRequested }: ProjectState): PendingWork {
  if (!run || run.status === 'failed' || run.status === 'cancelled') return NOTHING;
  if (run.status === 'active' && run.isCancelRequested) return { ...NOTHING, mustCancel: true };
  const still = STAGES.filter((stage) => run.status === 'active' || STAGE_RULES[stage].isBackground);
  const those = (status: StageStatus): readonly Stage[] => still.filter((stage) => run.stages[stage] === status);
  const restarts = those('waiting').map((stage) => ({ stage, at: run.restartsAt[stage] ?? run.requestedAt }));
  return {
    stages: those('running'),
    restarts,
    mustCancel: false,
    mustExport: isShareRequested && run.status === 'complete',
  };
}

const NOTHING: PendingWork = { stages: [], restarts: [], mustCancel: false, mustExport: false };

/** Events after which a project may need a driver; of a deleted one, what is left is erased where it may have been driven. */
export const DRIVER_WAKERS: ReadonlySet<string> = new Set([
  'RunRequested',
  'RevisionRequested',
  'Forked',
  'RetryRequested',
  'CancelRequested',
  'ShareRequested',
  'ProjectDeleted',
]);
