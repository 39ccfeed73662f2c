import type {
  AssetKind,
  AssetOrigin,
  FileRef,
  ForkOrigin,
  ModelCall,
  PointedLine,
  PreviewTrouble,
  PreviewUrls,
  RunEstimate,
  RunOptions,
  StageOutput,
  TokenUsage,
} from './events.js';
import type { FileConflict } from './people-edits.js';
import type { AppPlan } from './plan.js';
import type { Stage } from './stage-plan.js';

/** Begins a run, or joins the active one. */
export interface StartRun {
  readonly type: 'StartRun';
  readonly prompt: string;
  readonly userId?: string;
  readonly templateId?: string;
  readonly options?: RunOptions;
}

/** Asks the run to end. The driver stops its work and then sends `FinishCancel`. */
export interface RequestCancel {
  readonly type: 'RequestCancel';
  readonly reason?: string;
}

/** Continues a failed run from the stage that failed; what succeeded is kept. */
export interface RetryRun {
  readonly type: 'RetryRun';
}

/** Asks for the finished app as a static site that needs no preview process. */
export interface RequestShare {
  readonly type: 'RequestShare';
}

/** Asks a model to change the existing app; begins a run, or is queued until the active one ends. */
export interface ReviseRun {
  readonly type: 'ReviseRun';
  readonly instruction: string;
  readonly userId?: string;
  readonly at?: PointedLine;
}

/** Takes a revision out of the queue. */
export interface WithdrawRevision {
  readonly type: 'WithdrawRevision';
  /** The seq of its `RevisionQueued`. */
  readonly revision: number;
  readonly author: string;
}

/** A person's change of files, whose contents are already stored. All of it happens, or none. */
export interface ChangeFiles {
  readonly type: 'ChangeFiles';
  readonly written: readonly (FileRef & { readonly edit_version?: number })[];
  readonly removed: readonly string[];
  /** Set if the change is a rename: `to` is among the written files, `from` among the removed ones. */
  readonly renamed?: { readonly from: string; readonly to: string };
  /** Who made it, at least one: `user:<id>` or `anonymous`. The first counts as the author. */
  readonly authors: readonly string[];
  /** The sha256 that each path had when the change was made; null: there was no such file. */
  readonly expected: Readonly<Record<string, string | null>>;
}

/** Restores the files to what they were after an earlier event. */
export interface RestoreFiles {
  readonly type: 'RestoreFiles';
  readonly toSeq: number;
  /** All files of that moment. */
  readonly files: readonly FileRef[];
  readonly plan: AppPlan | undefined;
  readonly author: string;
}

/** Begins a new project from a moment of another, with its files. */
export interface ForkProject {
  readonly type: 'ForkProject';
  readonly origin: ForkOrigin;
  /** `meant_sha256`: the file without people's changes. */
  readonly files: readonly (FileRef & { readonly meant_sha256: string })[];
  readonly author: string;
  readonly userId?: string;
}

/** Decides whether another writer's lines replace the person's, which were kept. */
export interface ResolveConflict {
  readonly type: 'ResolveConflict';
  /** The seq of its event. */
  readonly conflict: number;
  readonly how: 'taken' | 'kept';
  readonly author: string;
}

/** Not all of a file's new version could be merged into the text that people edit; the same conflict counts once. */
export interface ReportConflict {
  readonly type: 'ReportConflict';
  readonly conflict: FileConflict & { readonly of_seq: number };
}

/** The preview shows trouble; the same one counts once until it has healed. */
export interface ReportTrouble {
  readonly type: 'ReportTrouble';
  readonly trouble: PreviewTrouble;
}

/** The preview has built, or was updated, without an error. */
export interface ReportHealed {
  readonly type: 'ReportHealed';
}

/** What a preview reports about itself. */
export type PreviewCommand = ReportTrouble | ReportHealed;

/** Deletes the project for good. */
export interface DeleteProject {
  readonly type: 'DeleteProject';
  readonly author: string;
}

/** The commands of people, over REST, WebSocket or the terminal. */
export type UserCommand =
  | ReviseRun
  | WithdrawRevision
  | StartRun
  | RequestCancel
  | RetryRun
  | RequestShare
  | ChangeFiles
  | RestoreFiles
  | ForkProject
  | ResolveConflict
  | ReportConflict
  | DeleteProject;

/** A driver takes the project over; every driver before it is fenced off. */
export interface AttachDriver {
  readonly type: 'AttachDriver';
}

interface FromDriver {
  /** The epoch with which the sender attached; an older one is refused. */
  readonly epoch: number;
  /** The run that the work was for; a late command for an earlier run changes nothing. */
  readonly run: number;
}

export interface CompleteStage extends FromDriver {
  readonly type: 'CompleteStage';
  readonly stage: Stage;
  readonly output: StageOutput;
}

export interface FailStage extends FromDriver {
  readonly type: 'FailStage';
  readonly stage: Stage;
  /** Decides whether the stage is retried: retry-policy.ts. */
  readonly code: string;
  readonly reason: string;
}

/** The wait after a failure is over: the stage starts again. */
export interface RestartStage extends FromDriver {
  readonly type: 'RestartStage';
  readonly stage: Stage;
}

/** Records files that are already stored and in the preview. */
export interface RecordFiles extends FromDriver {
  readonly type: 'RecordFiles';
  readonly files: readonly (FileRef & { readonly meant_sha256?: string })[];
  readonly removed: readonly string[];
  /** The sha256 that paths had when the files were made ready; null: there was no such file. Absent: any. */
  readonly expected?: Readonly<Record<string, string | null>>;
  /** Places where people's lines stayed instead of the author's. */
  readonly conflicts?: readonly (Omit<FileConflict, 'author'> & { readonly meant_sha256?: string })[];
  /** Who wrote them: `blueprint`, a model's name, `user:<id>`. */
  readonly author: string;
  /** The screens these files complete. */
  readonly screens: readonly { readonly screen: string; readonly path: string }[];
}

export interface RecordAsset extends FromDriver {
  readonly type: 'RecordAsset';
  readonly asset: FileRef;
  readonly kind: AssetKind;
  readonly origin: AssetOrigin;
}

/** Journals a model's answer, which is already stored, so that it is never asked for twice. */
export interface RecordAnswer extends FromDriver {
  readonly type: 'RecordAnswer';
  readonly call: ModelCall;
  readonly usage: TokenUsage;
  readonly answerSha256: string;
  readonly durationMs?: number;
  /** What the person should know about how it was answered. */
  readonly note?: string | undefined;
}

/** Journals a request to a model that brought no whole answer. */
export interface RecordCallFailure extends FromDriver {
  readonly type: 'RecordCallFailure';
  readonly call: ModelCall;
  readonly code: string;
  readonly reason: string;
}

/** Notes what the run will probably take, before it asks a model for the first time. */
export interface RecordEstimate extends FromDriver {
  readonly type: 'RecordEstimate';
  readonly estimate: RunEstimate;
}

export interface RecordBudgetReached extends FromDriver {
  readonly type: 'RecordBudgetReached';
  readonly scope: 'run' | 'user';
  readonly budgetUsd: number;
  readonly spentUsd: number;
}

export interface PublishPreview extends FromDriver {
  readonly type: 'PublishPreview';
  readonly urls: PreviewUrls;
}

/** The site is stored: every file of it is a blob. */
export interface RecordSite extends FromDriver {
  readonly type: 'RecordSite';
  readonly label: string;
  readonly url: string;
  readonly files: readonly FileRef[];
}

export interface FailShare extends FromDriver {
  readonly type: 'FailShare';
  readonly code: string;
  readonly reason: string;
}

export interface FinishCancel extends FromDriver {
  readonly type: 'FinishCancel';
}

export type DriverCommand =
  | AttachDriver
  | CompleteStage
  | FailStage
  | RestartStage
  | RecordFiles
  | RecordAsset
  | RecordAnswer
  | RecordCallFailure
  | RecordEstimate
  | RecordBudgetReached
  | PublishPreview
  | RecordSite
  | FailShare
  | FinishCancel;

export type Command = UserCommand | PreviewCommand | DriverCommand;
