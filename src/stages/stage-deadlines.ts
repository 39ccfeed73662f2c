import type { Stage } from '../generation/stage-plan.js';

/** How long each stage may take before it fails, in milliseconds. */
export type StageDeadlinesMs = Readonly<Record<Stage, number>>;

/** How this service times its stages. */
export abstract class StageTiming {
  abstract readonly deadlinesMs: StageDeadlinesMs;
  /** Viewers hear so often of a stage that is still at work. */
  abstract readonly heartbeatMs: number;
}

/**
 * How long a stage may take before it fails, in milliseconds. Stages that write wait for the preview process, which on the
 * very first start installs its kit; `generating_screens` also waits for `preview_ready`; `adding_components` may wait for a
 * model's repairs.
 */
export const STAGE_DEADLINES_MS: StageDeadlinesMs = {
  analyzing: 30_000,
  creating_project: 30_000,
  generating_base: 900_000,
  installing_deps: 900_000,
  starting_server: 60_000,
  creating_tunnel: 60_000,
  preview_ready: 120_000,
  generating_screens: 1_200_000,
  adding_components: 1_200_000,
  generating_images: 300_000,
  complete: 30_000,
};

/** The stage did not end in time; retrying the run begins it anew. The setting is STAGE_DEADLINES. */
export class StageDeadline extends Error {
  readonly code = 'stage_deadline';
  constructor(stage: Stage, deadlineMs: number) {
    super(
      `${stage} took longer than ${deadlineMs / 1000} s. Look at the service's log, then retry; STAGE_DEADLINES gives it more time.`,
    );
    this.name = 'StageDeadline';
  }
}
