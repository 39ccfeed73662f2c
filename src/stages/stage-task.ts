import type { DriverCommand } from '../generation/commands.js';
import type { ReconciledFile, WantedFile } from '../generation/people-edits.js';
import type { FileRef, StageOutput, TokenUsage } from '../generation/events.js';
import type { AppFile, SourceFile } from '../generation/app-files.js';
import type { Stage } from '../generation/stage-plan.js';
import type { RunState } from '../generation/run-state.js';
import type { ProjectState } from '../generation/state.js';

type Unaddressed<C> = C extends DriverCommand ? Omit<C, 'epoch' | 'run'> : never;

/** What a stage may record about its own work. */
export type StageFact = Unaddressed<
  Extract<
    DriverCommand,
    { type: 'RecordFiles' | 'RecordAsset' | 'RecordEstimate' | 'RecordBudgetReached' | 'PublishPreview' }
  >
>;

/** A question to a model. The same question of the same stage and run is asked once. */
export interface PaidQuestion {
  /** Unique within the stage for what it asks (`plan`, `screen:Home`). */
  readonly call: string;
  readonly model: string;
  /** Everything the answer depends on, as text. */
  readonly prompt: string;
}

export interface PaidAnswer {
  readonly text: string;
  /** The model that answered, as the server names it. */
  readonly model: string;
  readonly usage: TokenUsage;
  /** US dollars; null where the price is not known. */
  readonly costUsd: number | null;
  /** What the person should know about how it was answered. */
  readonly note?: string | undefined;
}

/** A request that brought no whole answer. */
export interface FailedCall {
  readonly code: string;
  readonly reason: string;
  /** US dollars, estimated; null where the price is not known. */
  readonly costUsd: number | null;
}

/** Stores questions to models, so that a stage that is started again asks only what was not answered. */
export interface AnswerJournal {
  /** The answer from the log, or else from `ask`; it is in the log when this resolves. */
  once(question: PaidQuestion, ask: () => Promise<PaidAnswer>): Promise<string>;
  /** Whether this call of the stage and run was answered before, but for another prompt. */
  isSpent(question: PaidQuestion): boolean;
  /** Records a failed request; each one counts. */
  failed(question: PaidQuestion, failure: FailedCall): Promise<void>;
}

/** What the driver gives a stage: the project as the log has it, and the one way to add to it. */
export interface StageContext {
  readonly projectId: string;
  /** Aborted when the run is cancelled, has failed elsewhere, or another driver has taken over. */
  readonly signal: AbortSignal;
  /** The project now. */
  project(): ProjectState;
  /** The run this stage belongs to. */
  run(): RunState;
  /** Resolves when the stage has succeeded; rejects when `signal` is aborted. */
  succeeded(stage: Stage): Promise<void>;
  /** The files with people's changes merged in; see `OpenEdits`. */
  reconcile(files: readonly WantedFile[]): Promise<readonly ReconciledFile[]>;
  /** Stores contents, so that an event can refer to them. */
  store(files: readonly AppFile[]): Promise<readonly FileRef[]>;
  readonly journal: AnswerJournal;
  /** Notifies the current viewers, outside the log: nobody gets it later. At most 8,000 bytes of JSON. */
  tell(notice: { readonly code: string; readonly message: string; readonly [more: string]: unknown }): void;
  /** The texts of file versions. */
  read(files: readonly FileRef[]): Promise<readonly SourceFile[]>;
  /** Adds to the log; resolves when it is durable. @throws FileChanged if a person changed one of the `expected` files meanwhile */
  record(fact: StageFact): Promise<void>;
}

/** The work of one stage: idempotent, ended by `context.signal`. An exception fails the stage. */
export abstract class StageTask {
  abstract readonly stage: Stage;
  abstract execute(context: StageContext): Promise<StageOutput>;
}

/** The plan made by `analyzing`. */
export function planOf(context: StageContext) {
  const { plan } = context.run();
  if (!plan) throw new Error(`The run of ${context.projectId} has no plan yet: analyzing must succeed first.`);
  return plan;
}
