import type { ModelPrompt } from '../authoring/model-prompt.js';
import { markedAsCutShort } from '../authoring/answer/cut-short.js';
import { taggedParts } from '../authoring/answer/tagged-parts.js';
import {
  type LanguageModel,
  type ModelAnswer,
  ModelError,
  type ModelUsage,
} from '../effects/language-model/language-model.port.js';
import { type PaidCalls, tokenUsage } from './paid-calls.js';
import type { PaidAnswer, PaidQuestion, StageContext } from './stage-task.js';

export interface Asking {
  /** Unique within the stage for what it asks. */
  readonly call: string;
  readonly request: ModelPrompt;
  /** Called with the answer as it arrives; not if the journal already has it. */
  readonly onText?: (delta: string) => void;
}

/** Asks a language model on behalf of the stages. */
export class ModelDesk {
  constructor(
    private readonly model: LanguageModel,
    private readonly calls: PaidCalls,
  ) {}

  get modelName(): string {
    return this.model.name;
  }

  /**
   * The answer; undefined if the model is reachable but its answer cannot be used, in which case a note is added to `notes`.
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

  /** Whether the call was answered before in this stage and run, but for another prompt: it must not be paid for again. */
  isSpent(context: StageContext, asking: Asking): boolean {
    return context.journal.isSpent(this.questionOf(asking));
  }

  /** @throws ModelError when no try brought an answer */
  ask(context: StageContext, asking: Asking): Promise<string> {
    const { request, onText } = asking;
    return this.calls.make(context, {
      ...this.questionOf(asking),
      mostUsd: () => this.mostUsd(request),
      send: async (idempotencyKey): Promise<PaidAnswer> => {
        const options = { signal: context.signal, ...(onText && { onText }) };
        const answer = await this.model.answer({ ...request, idempotencyKey }, options);
        const { model, costUsd, isCutShort, note } = answer;
        const usage = tokenUsage(this.withReasoning(answer));
        return { text: isCutShort ? markedAsCutShort(answer.text) : answer.text, model, usage, costUsd, note };
      },
    });
  }

  /** Counts reasoning inside the answer as reasoning, if the server does not do so itself. */
  private withReasoning({ text, usage }: ModelAnswer): ModelUsage {
    if (usage.reasoningTokens !== undefined) return usage;
    const reasoning = taggedParts(text).reasoning.join('\n');
    return reasoning === '' ? usage : { ...usage, reasoningTokens: this.model.countTokens(reasoning) };
  }

  private questionOf({ call, request }: Asking): PaidQuestion {
    return { call, model: this.model.name, prompt: JSON.stringify(request) };
  }

  private mostUsd({ messages, maxOutputTokens }: ModelPrompt): number | null {
    const inputTokens = messages.reduce((sum, { content }) => sum + this.model.countTokens(content), 0);
    return this.model.priceUsd({ inputTokens, outputTokens: maxOutputTokens });
  }
}
