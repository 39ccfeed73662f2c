import { ModelError, type ModelUsage } from '../language-model.port.js';

/** The parts of an answer, the same for both of OpenAI's endpoints. */
export type AnswerPart =
  | { readonly type: 'text'; readonly delta: string }
  | { readonly type: 'reasoning'; readonly delta: string }
  | { readonly type: 'refusal'; readonly delta: string }
  | { readonly type: 'model'; readonly model: string }
  | { readonly type: 'usage'; readonly usage: ModelUsage }
  /**
   * `stop`, `length`, `content_filter` …; `done` and `usage` if a server gives no reason but marks the end or sends what only
   * comes at the end. An answer without any of these is incomplete.
   */
  | { readonly type: 'finish'; readonly reason: string };

/** On average, no model's tokens are longer than this: an answer that goes beyond ignores the limit it was given. */
const CHARACTERS_PER_TOKEN = 8;

/** Mistral says `model_length` where its window is full; proxies of other vendors pass on `max_tokens`. */
const CUT_SHORT: ReadonlySet<string> = new Set(['length', 'model_length', 'max_tokens', 'content_filter']);

/** The part of an answer that has arrived. */
export class CollectedAnswer {
  text = '';
  /** Characters of reasoning: paid for, never shown. */
  reasoned = 0;
  model: string | undefined;
  usage: ModelUsage | undefined;
  #refusal = '';
  #finish: string | undefined;

  constructor(private readonly maxOutputTokens: number) {}

  get hasEnded(): boolean {
    return this.#finish !== undefined;
  }

  /** @throws ModelError if the answer is longer than allowed */
  add(part: AnswerPart): void {
    switch (part.type) {
      case 'text':
        this.text += part.delta;
        this.#holdLimit();
        return;
      case 'reasoning':
        this.reasoned += part.delta.length;
        this.#holdLimit();
        return;
      case 'refusal':
        this.#refusal += part.delta;
        return;
      case 'model':
        this.model = part.model;
        return;
      case 'usage':
        this.usage = part.usage;
        return;
      case 'finish':
        this.#finish ??= part.reason;
        return;
      default:
        return part satisfies never;
    }
  }

  /** Whether it met the limit of its length, or a filter ended it: it may stop anywhere. */
  get isCutShort(): boolean {
    return CUT_SHORT.has(this.#finish ?? '');
  }

  /**
   * The whole text. A refusal and an answer that reached its limit count as answers: the caller sees that they cannot be used.
   * @throws ModelError if the end is missing, or the answer is empty
   */
  whole(): string {
    const said = this.text + this.#refusal;
    const isMarked = this.#finish === 'done' || this.#finish === 'usage';
    if (this.#finish === undefined || (isMarked && said === '')) {
      throw new ModelError('The connection to the model ended before its answer did.', {
        kind: 'transient',
        code: 'model_cut_off',
      });
    }
    return said;
  }

  #holdLimit(): void {
    if (this.text.length + this.reasoned <= this.maxOutputTokens * CHARACTERS_PER_TOKEN) return;
    throw new ModelError(`The model wrote more than the ${this.maxOutputTokens} tokens it was allowed.`, {
      kind: 'content',
      code: 'model_output_too_long',
    });
  }
}
