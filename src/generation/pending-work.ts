import { STAGE_RULES, STAGES, type Stage } from './stage-plan.js';
import type { ProjectState } from './state.js';

/** What a driver has to do for the project now. */
export interface PendingWork {
  /** The stages that should be running. */
  readonly stages: readonly Stage[];
  /** All work is to end, and then the cancel to be finished. */
  readonly mustCancel: boolean;
}

/** Nothing to do: no stages, no cancel. After completion only background stages go on. */
export function pendingWork({ run }: ProjectState): PendingWork {
  if (!run || run.status === 'failed' || run.status === 'cancelled') return { stages: [], mustCancel: false };
  if (run.status === 'active' && run.isCancelRequested) return { stages: [], mustCancel: true };
  const running = STAGES.filter((stage) => run.stages[stage] === 'running');
  const stages = run.status === 'active' ? running : running.filter((stage) => STAGE_RULES[stage].isBackground);
  return { stages, mustCancel: false };
}

/** Events after which a project may need a driver. */
export const DRIVER_WAKERS: ReadonlySet<string> = new Set(['RunRequested', 'RetryRequested', 'CancelRequested']);
