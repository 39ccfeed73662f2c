import type { RunStatus } from '../contract/run.js';

/** What an arm's runs are started with. */
export interface ArmRecipe {
  readonly prompt: string;
  readonly template_id?: string;
  readonly model?: string;
  readonly seed?: number;
}

/** One of the ways that are compared, and the projects of its runs, in their order. */
export interface Arm extends ArmRecipe {
  /** `a`, `b` … */
  readonly arm: string;
  readonly projects: readonly string[];
}

/** What a run took until its end. */
export interface RunMeasures {
  /** From the request; null where it did not come so far. */
  readonly time_to_preview_ms: number | null;
  readonly time_to_complete_ms: number | null;
  /** US dollars; null where a price is not known. */
  readonly cost_usd: number | null;
  /** Stages that failed, requests to models that brought no answer, and what the preview ran into. */
  readonly errors: number;
  /** Answers of models that mended an earlier one. */
  readonly repairs: number;
}

/** How a run of an experiment ended. */
export type RunEnd = Exclude<RunStatus, 'active'> | 'deleted';

/** Everything that can happen to an experiment, in its stream `experiment:<id>`. Never renamed, only extended. */
export type ExperimentEvent =
  | {
      readonly type: 'ExperimentStarted';
      readonly data: { readonly name: string; readonly arms: readonly Arm[]; readonly user_id?: string };
    }
  | {
      readonly type: 'ExperimentRunEnded';
      readonly data: { readonly project_id: string; readonly status: RunEnd; readonly measures: RunMeasures };
    }
  | { readonly type: 'ExperimentSuspended'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'ExperimentResumed'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'ExperimentCancelled'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'ExperimentCompleted'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'VoteCast'; readonly data: { readonly arm: string; readonly user_id: string } };

/** An event as the log gives it back. */
export type RecordedExperimentEvent = ExperimentEvent & { readonly seq: number; readonly at: string };
