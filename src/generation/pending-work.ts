import { STAGE_RULES, STAGES, type Stage } from './stage-plan.js';
import type { StageStatus } from './run-state.js';
import type { ProjectState } from './state.js';

/** What a driver has to do for the project now. */
export interface PendingWork {
  /** The stages that should be running. */
  readonly stages: readonly Stage[];
  /** The stages that start again by themselves, and when: ISO 8601, by the log's clock. */
  readonly restarts: readonly { readonly stage: Stage; readonly at: string }[];
  /** All work must end; after that, the cancel is finished. */
  readonly mustCancel: boolean;
  /** The finished app must be exported as a site. */
  readonly mustExport: boolean;
}

/** After completion, only background stages continue. Nothing to do: no stages, no cancel. */
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

/** Events after which a project may need a driver; for a deleted project, the driver erases what is left. */
export const DRIVER_WAKERS: ReadonlySet<string> = new Set([
  'RunRequested',
  'RevisionRequested',
  'Forked',
  'RetryRequested',
  'CancelRequested',
  'ShareRequested',
  'ProjectDeleted',
]);
