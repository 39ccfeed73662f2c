import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ModelRequest } from '../authoring/model-request.js';
import { type LanguageModel, ModelError, type ModelUsage } from '../effects/language-model/language-model.port.js';
import type { TokenUsage } from '../generation/events.js';
import type { RunBudget } from './run-budget.js';
import type { PaidAnswer, PaidQuestion, StageContext } from './stage-task.js';

/** The stage itself begins again as well (retry-policy.ts). */
const MAX_TRIES = 3;
const FIRST_WAIT_MS = 500;
/** What a server may ask to wait at most; beyond it the stage fails, and can be retried. */
const MAX_WAIT_MS = 60_000;

export interface Asking {
  /** Unique within the stage for what it asks. */
  readonly call: string;
  readonly request: ModelRequest;
  /** Hears the answer as it comes; not where the journal has it already. */
  readonly onText?: (delta: string) => void;
}

/** Asks a model for the stages: through the journal, again where that may help, each request noted. */
export class ModelDesk {
  constructor(
    private readonly model: LanguageModel,
    private readonly budget: RunBudget,
  ) {}

  get modelName(): string {
    return this.model.name;
  }

  /**
   * The answer; undefined where the model is well but answers to no use: `notes` says so.
   * @throws ModelError when no try brought an answer
   */
  async askNoting(context: StageContext, asking: Asking, notes: string[]): Promise<string | undefined> {
    try {
      return await this.ask(context, asking);
    } catch (error) {
      if (!(error instanceof ModelError) || error.kind !== 'content') throw error;
      notes.push(`${error.message} The blueprint’s stands in for ${asking.call}.`);
      return undefined;
    }
  }

  /** Whether the call was answered before in this stage and run, but to other words: it is not to be paid for again. */
  isSpent(context: StageContext, asking: Asking): boolean {
    return context.journal.isSpent(this.questionOf(asking));
  }

  /** @throws ModelError when no try brought an answer */
  async ask(context: StageContext, asking: Asking): Promise<string> {
    const { call, request, onText } = asking;
    const question = this.questionOf(asking);
    const idempotencyKey = createHash('sha256')
      .update([context.projectId, context.run().run, call, question.prompt].join('\n'))
      .digest('hex');
    const send = () =>
      this.model.answer({ ...request, idempotencyKey }, { signal: context.signal, ...(onText && { onText }) });
    const reservation = this.budget.reservation(context, request);
    try {
      return await context.journal.once(question, async (): Promise<PaidAnswer> => {
        for (let tries = 1; ; tries++) {
          await reservation.make();
          try {
            const { text, model, usage, costUsd } = await send();
            return { text, model, usage: tokenUsage(usage), costUsd };
          } catch (error) {
            await afterFailure(context, question, { error, tries });
          }
        }
      });
    } finally {
      // Not before the journal has what the call has cost.
      reservation.release();
    }
  }

  private questionOf({ call, request }: Asking): PaidQuestion {
    return { call, model: this.model.name, prompt: JSON.stringify(request) };
  }
}

/** Notes the failure and waits until the next try. @throws the error where there is to be none */
async function afterFailure(
  context: StageContext,
  question: PaidQuestion,
  { error, tries }: { readonly error: unknown; readonly tries: number },
): Promise<void> {
  if (!(error instanceof ModelError)) throw error;
  await context.journal.failed(question, { code: error.code, reason: error.message, costUsd: error.costUsd });
  const waitMs = error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tries - 1);
  if (error.kind !== 'transient' || tries >= MAX_TRIES || waitMs > MAX_WAIT_MS) throw error;
  await wait(waitMs, undefined, { signal: context.signal });
}

function tokenUsage({ inputTokens, outputTokens, cachedTokens, reasoningTokens, isEstimated }: ModelUsage): TokenUsage {
  return {
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    ...(cachedTokens !== undefined && { cached_tokens: cachedTokens }),
    ...(reasoningTokens !== undefined && { reasoning_tokens: reasoningTokens }),
    ...(isEstimated && { is_estimated: isEstimated }),
  };
}
