import { STAGE_RULES, STAGES, type Stage } from '../generation/stage-plan.js';

/** How long each stage may take before it fails, in milliseconds. */
export type StageDeadlinesMs = Readonly<Record<Stage, number>>;

/** How this service times its stages. */
export abstract class StageTiming {
  abstract readonly deadlinesMs: StageDeadlinesMs;
  /** How often viewers are notified about a stage that is still running. */
  abstract readonly heartbeatMs: number;
}

/** The defaults, which STAGE_DEADLINES can change. */
export const STAGE_DEADLINES_MS = Object.fromEntries(
  STAGES.map((stage) => [stage, STAGE_RULES[stage].deadlineMs]),
) as StageDeadlinesMs;

/** The stage did not end in time; retrying the run starts it again. The setting is STAGE_DEADLINES. */
export class StageDeadline extends Error {
  readonly code = 'stage_deadline';
  constructor(stage: Stage, deadlineMs: number) {
    super(
      `${stage} took longer than ${deadlineMs / 1000} s. Look at the service's log, then retry; to allow more time, set STAGE_DEADLINES.`,
    );
    this.name = 'StageDeadline';
  }
}
