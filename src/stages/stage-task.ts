import type { DriverCommand } from '../generation/commands.js';
import type { ReconciledFile, WantedFile } from '../generation/people-edits.js';
import type { FileRef, StageOutput, TokenUsage } from '../generation/events.js';
import type { SourceFile } from '../generation/plan.js';
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

/** A file's content under its path, before it is stored. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Buffer;
}

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
  /** What the person should know of how it was answered. */
  readonly note?: string | undefined;
}

/** A request that brought no whole answer. */
export interface FailedCall {
  readonly code: string;
  readonly reason: string;
  /** US dollars, estimated; null where the price is not known. */
  readonly costUsd: number | null;
}

/** Where questions to models are kept: killed and started again, a stage asks only what was not answered. */
export interface AnswerJournal {
  /** The answer in the log, or `ask`'s: that is in the log when this resolves. */
  once(question: PaidQuestion, ask: () => Promise<PaidAnswer>): Promise<string>;
  /** Whether this call of the stage and run was answered before, but to other words. */
  isSpent(question: PaidQuestion): boolean;
  /** Notes a request that failed; each one counts. */
  failed(question: PaidQuestion, failure: FailedCall): Promise<void>;
}

/** What the driver gives a stage: the project as the log has it, and the one way to add to it. */
export interface StageContext {
  readonly projectId: string;
  /** Ends when the run is cancelled, has failed elsewhere, or another driver has taken over. */
  readonly signal: AbortSignal;
  /** The project now. */
  project(): ProjectState;
  /** The run this stage belongs to. */
  run(): RunState;
  /** Resolves when the stage has succeeded; rejects when `signal` ends. */
  succeeded(stage: Stage): Promise<void>;
  /** The files with what people have changed in them; see `OpenEdits`. */
  reconcile(files: readonly WantedFile[]): Promise<readonly ReconciledFile[]>;
  /** Stores contents, so that an event may name them. */
  store(files: readonly NewFile[]): Promise<readonly FileRef[]>;
  readonly journal: AnswerJournal;
  /** Tells viewers of now, beside the log: no one hears it later. At most 8,000 bytes of JSON. */
  tell(notice: { readonly code: string; readonly message: string; readonly [more: string]: unknown }): void;
  /** The texts of file versions. */
  read(files: readonly FileRef[]): Promise<readonly SourceFile[]>;
  /** Adds to the log; resolves when it is durable. @throws FileChanged where a person changed one of the `expected` files meanwhile */
  record(fact: StageFact): Promise<void>;
}

/** The work of one stage: idempotent, ended by `context.signal`. What it throws fails the stage. */
export abstract class StageTask {
  abstract readonly stage: Stage;
  abstract execute(context: StageContext): Promise<StageOutput>;
}

/** The plan that `analyzing` left behind. */
export function planOf(context: StageContext) {
  const { plan } = context.run();
  if (!plan) throw new Error(`The run of ${context.projectId} has no plan yet: analyzing must succeed first.`);
  return plan;
}
