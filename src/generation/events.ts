import type { AssetKind, AssetOrigin, FileRef } from '../contract/files.js';
import type { PreviewTrouble, PreviewUrls } from '../contract/preview.js';
import type { Range, RunEstimate } from '../contract/run.js';
import type { FileConflict } from './people-edits.js';
import type { AppPlan } from './plan.js';
import type { Stage } from './stage-plan.js';

export type { AssetKind, AssetOrigin, FileRef, PreviewTrouble, PreviewUrls, Range, RunEstimate };

/** The moment of a project that a fork starts from, and what its app was made of. */
export interface ForkOrigin {
  readonly from: { readonly project_id: string; readonly seq: number };
  readonly prompt: string;
  readonly template_id?: string;
  readonly options?: RunOptions;
  readonly plan: AppPlan;
  /** The files that a model had written. */
  readonly written: readonly string[];
}

/** Results that a stage passes to later stages; part of its `StageSucceeded`. */
export interface StageOutput {
  readonly plan?: AppPlan;
  readonly urls?: PreviewUrls;
  /** The files that a model has written, below the project. */
  readonly written?: readonly string[];
  /** The model that was asked, as it was configured. */
  readonly model?: string;
  /** The plan was made by the model, not by rules. */
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
  /** A model other than the one that writes now, on the same server or on this machine. */
  readonly model?: string;
}

/** What a model's answer took. `is_estimated`: the server did not report it, so it was counted here. */
export interface TokenUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** The part of the input that the server had cached from an earlier call. */
  readonly cached_tokens?: number;
  /** The part of the output that nobody sees. */
  readonly reasoning_tokens?: number;
  readonly is_estimated?: true;
}

/** Where a person pointed: a line of a file, and its code at that time. */
export interface PointedLine {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Absent: the file had no such line. */
  readonly code?: string;
}

/** One request to a model: its name within its stage, and what was asked. */
export interface ModelCall {
  readonly stage: Stage;
  /** Unique within the stage for what it asks (`plan`, `screen:Home`, `repair:app/settings.tsx`). */
  readonly call: string;
  /** As the server names it. */
  readonly model: string;
  /** The hash of everything that the answer depends on; the blob has this name. */
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
      /** A separate run that changes the existing app, starting with the files, the plan and the preview of the previous run. */
      readonly type: 'RevisionRequested';
      readonly data: {
        readonly instruction: string;
        readonly user_id?: string;
        /** The seq of its `RevisionQueued`; absent if it was not queued. */
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
        /** The stage starts again by itself this long after the event's `at`; absent: it stays failed. */
        readonly retry_in_ms?: number;
      };
    }
  | {
      readonly type: 'FileWritten';
      readonly data: FileRef & {
        readonly author: string;
        /** If several people wrote this version together: all of them, including the author. */
        readonly authors?: readonly string[];
        readonly base_sha256?: string;
        /** The version of the edited text (`edit:<project>:<path>`) that this is; absent if people did not write it. */
        readonly edit_version?: number;
        /** What its author wrote, if people's changes were merged into this version. */
        readonly meant_sha256?: string;
      };
    }
  | {
      readonly type: 'FileDeleted';
      readonly data: {
        readonly path: string;
        readonly base_sha256: string;
        /** The person who deleted it; absent if the run did. */
        readonly author?: string;
      };
    }
  | {
      /** A writer and a person changed the same lines: the person's are used, the other version is kept. */
      readonly type: 'FileConflicted';
      readonly data: FileConflict & { readonly meant_sha256?: string };
    }
  | {
      /** `taken`: the other's lines replaced the person's; `kept`: the person's stay. */
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
      /** The content was moved unchanged; its `FileWritten` and `FileDeleted` follow in the same append. */
      readonly type: 'FileRenamed';
      readonly data: { readonly from: string; readonly to: string; readonly author: string };
    }
  | {
      /** The files are restored to what they were after `to_seq`; the `FileWritten` and `FileDeleted` for this follow. */
      readonly type: 'Restored';
      readonly data: { readonly to_seq: number; readonly author: string; readonly plan?: AppPlan };
    }
  | {
      /** The first event of a project that starts from a moment of another; its `FileWritten` events follow. */
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
      /** The answer is the blob `answer_sha256`: if the same is asked again, the model is not called. */
      readonly type: 'ModelAnswered';
      readonly data: ModelCall & {
        readonly usage: TokenUsage;
        readonly answer_sha256: string;
        /** From the question to the answer, in milliseconds, including waits for a turn and failed tries. */
        readonly duration_ms?: number;
        /** A sentence that the person should know about the answer, such as that the server read only a part. */
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
      /** From here on the run asks no model; the blueprint does the rest. */
      readonly type: 'BudgetReached';
      readonly data: { readonly scope: 'run' | 'user'; readonly spent_usd: number; readonly budget_usd: number };
    }
  | { readonly type: 'ShareRequested'; readonly data: Readonly<Record<string, never>> }
  | {
      readonly type: 'SiteExported';
      readonly data: {
        /** The first part of the site's host name; the preview's is the same. */
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
