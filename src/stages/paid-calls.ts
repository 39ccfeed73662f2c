import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ModelError, type ModelUsage } from '../effects/language-model/language-model.port.js';
import type { TokenUsage } from '../generation/events.js';
import type { Budgets } from './budgets.js';
import type { PaidAnswer, PaidQuestion, StageContext } from './stage-task.js';

/** The stage itself is retried as well (retry-policy.ts). */
const MAX_TRIES = 3;
/** A server may refuse several things, one after the other; each refusal changes the next request. */
const MAX_LESSONS = 8;
const FIRST_WAIT_MS = 500;
/** The longest wait that a server may ask for; beyond it the stage fails, and can be retried. */
const MAX_WAIT_MS = 60_000;

export interface PaidCall extends PaidQuestion {
  /** The most that a try can cost, in US dollars; null where no price is known. */
  mostUsd(): number | null;
  /** Exactly one request. @throws ModelError */
  send(idempotencyKey: string): Promise<PaidAnswer>;
}

/** Every paid call goes through here: journalled, within the budgets, retried where that may help. */
export class PaidCalls {
  constructor(private readonly budgets: Budgets) {}

  /** @throws ModelError when no try brought an answer */
  async make(context: StageContext, call: PaidCall): Promise<string> {
    const idempotencyKey = createHash('sha256')
      .update([context.projectId, context.run().run, call.call, call.prompt].join('\n'))
      .digest('hex');
    const reservation = this.budgets.reservation(context, () => call.mostUsd());
    try {
      return await context.journal.once(call, async (): Promise<PaidAnswer> => {
        for (let tries = 1, lessons = 0; ; tries++) {
          await reservation.make();
          try {
            return await call.send(idempotencyKey);
          } catch (error) {
            const isLesson = error instanceof ModelError && error.code === 'model_parameter';
            if (isLesson && lessons++ < MAX_LESSONS) tries--;
            await afterFailure(context, call, { error, tries });
          }
        }
      });
    } finally {
      // Not before the journal has what the call has cost.
      reservation.release();
    }
  }
}

/** Records the failure and waits until the next try. @throws the error if there is no next try */
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

/** The usage in the form that events have. */
export function tokenUsage({
  inputTokens,
  outputTokens,
  cachedTokens,
  reasoningTokens,
  isEstimated,
}: ModelUsage): TokenUsage {
  return {
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    ...(cachedTokens !== undefined && { cached_tokens: cachedTokens }),
    ...(reasoningTokens !== undefined && { reasoning_tokens: reasoningTokens }),
    ...(isEstimated && { is_estimated: isEstimated }),
  };
}
