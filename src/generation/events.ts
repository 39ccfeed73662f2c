import type { AssetKind, AssetOrigin, FileRef } from '../contract/files.js';
import type { PreviewTrouble, PreviewUrls } from '../contract/preview.js';
import type { Range, RunEstimate } from '../contract/run.js';
import type { FileConflict } from './people-edits.js';
import type { AppPlan } from './plan.js';
import type { Stage } from './stage-plan.js';

export type { AssetKind, AssetOrigin, FileRef, PreviewTrouble, PreviewUrls, Range, RunEstimate };

/** The moment of a project that a fork goes on from, and what its app was made of. */
export interface ForkOrigin {
  readonly from: { readonly project_id: string; readonly seq: number };
  readonly prompt: string;
  readonly template_id?: string;
  readonly options?: RunOptions;
  readonly plan: AppPlan;
  /** The files that a model had written. */
  readonly written: readonly string[];
}

/** What a stage leaves behind for the stages after it; part of its `StageSucceeded`. */
export interface StageOutput {
  readonly plan?: AppPlan;
  readonly urls?: PreviewUrls;
  /** The files that a model has written, below the project. */
  readonly written?: readonly string[];
  /** The model that was asked, as it was set up. */
  readonly model?: string;
  /** The plan is the model's, not by rules. */
  readonly isPlannedByModel?: boolean;
}

/** Why a stage or a run failed. `code` is stable; `reason` names what was wrong and what to do. */
export interface Failure {
  readonly stage: Stage;
  readonly code: string;
  readonly reason: string;
  readonly isRetryable: boolean;
}

export interface RunOptions {
  /** Chooses among the blueprint's variants; the same prompt and seed give identical bytes. */
  readonly seed?: number;
  /** Another model than the one that writes now, at the same server or on this machine. */
  readonly model?: string;
}

/** What a model's answer took. `is_estimated`: the server did not say, so it was counted here. */
export interface TokenUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** Of the input, what the server had kept from an earlier call. */
  readonly cached_tokens?: number;
  /** Of the output, what nobody sees. */
  readonly reasoning_tokens?: number;
  readonly is_estimated?: true;
}

/** Where a person pointed: a line of a file, and what stood there then. */
export interface PointedLine {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Absent: the file had no such line. */
  readonly code?: string;
}

/** One request to a model: which it was within its stage, and what was asked. */
export interface ModelCall {
  readonly stage: Stage;
  /** Unique within the stage for what it asks (`plan`, `screen:Home`, `repair:app/settings.tsx`). */
  readonly call: string;
  /** As the server names it. */
  readonly model: string;
  /** Of everything the answer depends on; a blob. */
  readonly prompt_sha256: string;
  /** US dollars; null where no price is known for the model. */
  readonly cost_usd: number | null;
}

/** Everything that can happen to a project, as stored: `type` and `data`. Never renamed, only extended. */
export type GenerationEvent =
  | {
      readonly type: 'RunRequested';
      readonly data: {
        readonly prompt: string;
        readonly user_id?: string;
        readonly template_id?: string;
        readonly options?: RunOptions;
      };
    }
  | {
      /** A change of the app as it is, as a run of its own: the files, the plan and the preview are those of the run before. */
      readonly type: 'RevisionRequested';
      readonly data: {
        readonly instruction: string;
        readonly user_id?: string;
        /** The seq of the `RevisionQueued` whose turn it is; absent where it did not wait. */
        readonly revision?: number;
        readonly at?: PointedLine;
      };
    }
  | {
      /** A change that waits for the end of the active run; named by the seq of this event. */
      readonly type: 'RevisionQueued';
      readonly data: { readonly instruction: string; readonly user_id?: string; readonly at?: PointedLine };
    }
  | { readonly type: 'RevisionWithdrawn'; readonly data: { readonly revision: number; readonly author: string } }
  | { readonly type: 'DriverAttached'; readonly data: { readonly epoch: number } }
  | { readonly type: 'StageStarted'; readonly data: { readonly stage: Stage } }
  | { readonly type: 'StageSucceeded'; readonly data: { readonly stage: Stage; readonly output: StageOutput } }
  | {
      readonly type: 'StageFailed';
      readonly data: {
        readonly stage: Stage;
        readonly code: string;
        readonly reason: string;
        readonly retryable: boolean;
        /** The stage begins again by itself, so long after this event's `at`; absent: it stays failed. */
        readonly retry_in_ms?: number;
      };
    }
  | {
      readonly type: 'FileWritten';
      readonly data: FileRef & {
        readonly author: string;
        /** Where several wrote this version together: all of them, the author among them. */
        readonly authors?: readonly string[];
        readonly base_sha256?: string;
        /** The version of the text that people edit (`edit:<project>:<path>`) which this is; absent where they did not write it. */
        readonly edit_version?: number;
        /** What its author meant the file to be, where people's changes of it were kept in this version. */
        readonly meant_sha256?: string;
      };
    }
  | {
      readonly type: 'FileDeleted';
      readonly data: {
        readonly path: string;
        readonly base_sha256: string;
        /** The person who deleted it; absent where the run did. */
        readonly author?: string;
      };
    }
  | {
      /** A writer and a person changed the same lines: the person's count, the other's are kept beside them. */
      readonly type: 'FileConflicted';
      readonly data: FileConflict & { readonly meant_sha256?: string };
    }
  | {
      /** `taken`: the other's lines were put in their places; `kept`: the person's stay. */
      readonly type: 'ConflictResolved';
      readonly data: {
        /** The seq of the `FileConflicted`. */
        readonly conflict: number;
        readonly path: string;
        readonly how: 'taken' | 'kept';
        readonly author: string;
      };
    }
  | {
      /** The content moved as it is; the `FileWritten` and `FileDeleted` that it means follow in the same append. */
      readonly type: 'FileRenamed';
      readonly data: { readonly from: string; readonly to: string; readonly author: string };
    }
  | {
      /** The files are again as they were after `to_seq`; the `FileWritten` and `FileDeleted` that it means follow. */
      readonly type: 'Restored';
      readonly data: { readonly to_seq: number; readonly author: string; readonly plan?: AppPlan };
    }
  | {
      /** The first event of a project that goes on from a moment of another; the `FileWritten` that it means follow. */
      readonly type: 'Forked';
      readonly data: ForkOrigin & { readonly user_id?: string };
    }
  | { readonly type: 'ScreenAdded'; readonly data: { readonly screen: string; readonly path: string } }
  | {
      readonly type: 'AssetAdded';
      readonly data: FileRef & { readonly kind: AssetKind; readonly origin: AssetOrigin };
    }
  | { readonly type: 'PreviewPublished'; readonly data: { readonly urls: PreviewUrls } }
  | {
      /** The answer is the blob `answer_sha256`: asked the same again, the model is not called. */
      readonly type: 'ModelAnswered';
      readonly data: ModelCall & {
        readonly usage: TokenUsage;
        readonly answer_sha256: string;
        /** From the question to the answer, in milliseconds: turns that it waited for and tries that failed included. */
        readonly duration_ms?: number;
        /** What the person should know of how it was answered: a sentence, such as that the server read only a part. */
        readonly note?: string;
      };
    }
  | {
      /** A request that brought no whole answer; its cost is estimated. */
      readonly type: 'ModelCallFailed';
      readonly data: ModelCall & { readonly code: string; readonly reason: string };
    }
  | { readonly type: 'RunEstimated'; readonly data: RunEstimate }
  | {
      /** From here on the run asks no model; the blueprint's stands in. */
      readonly type: 'BudgetReached';
      readonly data: { readonly scope: 'run' | 'user'; readonly spent_usd: number; readonly budget_usd: number };
    }
  | { readonly type: 'ShareRequested'; readonly data: Readonly<Record<string, never>> }
  | {
      readonly type: 'SiteExported';
      readonly data: {
        /** The first part of the site's host name, as of the preview's. */
        readonly label: string;
        readonly url: string;
        /** Paths below the site's root; `index.html` answers every route of the app. */
        readonly files: readonly FileRef[];
      };
    }
  | { readonly type: 'ShareFailed'; readonly data: { readonly code: string; readonly reason: string } }
  | { readonly type: 'PreviewTroubled'; readonly data: PreviewTrouble }
  | { readonly type: 'PreviewHealed'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'RetryRequested'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'CancelRequested'; readonly data: { readonly reason?: string } }
  | { readonly type: 'RunCompleted'; readonly data: { readonly app_name: string; readonly cost_usd: number | null } }
  | {
      readonly type: 'RunFailed';
      readonly data: {
        readonly stage: Stage;
        readonly code: string;
        readonly reason: string;
        readonly retryable: boolean;
      };
    }
  | { readonly type: 'RunCancelled'; readonly data: Readonly<Record<string, never>> }
  | {
      /** The last event of the project, and after a while its only one: the others are erased. */
      readonly type: 'ProjectDeleted';
      readonly data: { readonly author: string };
    };

/** An event as the log gives it back. */
export type RecordedEvent = GenerationEvent & {
  /** 1, 2, 3 … without gaps within the project: the viewers' cursor. */
  readonly seq: number;
  /** The run it belongs to, from 1. */
  readonly run: number;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
};
