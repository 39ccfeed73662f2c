export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** One question to a model. */
export interface ModelRequest {
  /** The part that many requests share comes first, so that a server can cache it. */
  readonly messages: readonly ModelMessage[];
  /** The answer is to be JSON of this JSON schema; a server that cannot promise that is asked for it in words alone. */
  readonly schema?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
  /** In tokens. Requested from the server and also enforced here. */
  readonly maxOutputTokens: number;
  /** The same for every try of the same question: a server that knows it answers twice without charging twice. */
  readonly idempotencyKey: string;
}

export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedTokens?: number;
  readonly reasoningTokens?: number;
  /** The server did not say: counted here. */
  readonly isEstimated?: true;
}

export interface ModelAnswer {
  /** Complete, but may not contain what was asked for, for example if the model refused or reached its limit. */
  readonly text: string;
  /** The model as the server names it. */
  readonly model: string;
  readonly usage: ModelUsage;
  /** US dollars; null where no price is known, never 0 instead. */
  readonly costUsd: number | null;
  /** It met the limit of its length, or a filter ended it: it may stop anywhere. */
  readonly isCutShort?: boolean;
  /** What the person should know about how it was answered: the server read only a part of the request. */
  readonly note?: string;
}

export interface AnswerOptions {
  /** Ends the request; its connection is closed at once. */
  readonly signal: AbortSignal;
  /** Called with the answer as it arrives. */
  readonly onText?: (delta: string) => void;
}

/** A model that answers questions with text. If none is set up, none is provided, and only the blueprint writes. */
export abstract class LanguageModel {
  /** The model's name as set up. */
  abstract readonly name: string;

  /**
   * Sends exactly one request; the caller decides about another try. Resolves only with a complete answer.
   * @throws ModelError; what `signal` was aborted with is its cause
   */
  abstract answer(request: ModelRequest, options: AnswerOptions): Promise<ModelAnswer>;

  /** How many tokens the text has; exact for OpenAI's current models, close for others. */
  abstract countTokens(text: string): number;

  /** The cost of these tokens, in US dollars; null if no price is known. */
  abstract priceUsd(usage: ModelUsage): number | null;
}

/**
 * What can be done about a failed request. `transient`: repeat it a little later. `content`: the server works,
 * but this answer cannot be used. `fatal`: nothing, until a person changes something.
 */
export type ModelErrorKind = 'transient' | 'content' | 'fatal';

export interface ModelErrorDetails {
  readonly kind: ModelErrorKind;
  /** Stable: `model_rate_limited`, `model_quota`, `model_stalled` … */
  readonly code: string;
  /** The wait that the server asks for, in milliseconds. */
  readonly retryAfterMs?: number;
  /** US dollars that the request has probably cost; null where the price is not known. Absent: nothing. */
  readonly costUsd?: number | null;
  readonly cause?: unknown;
}

/** A request to a model that brought no whole answer. The message says what was wrong and what to do. */
export class ModelError extends Error {
  readonly code: string;
  readonly kind: ModelErrorKind;
  readonly retryAfterMs: number | undefined;
  readonly costUsd: number | null;

  constructor(message: string, { kind, code, retryAfterMs, costUsd = 0, cause }: ModelErrorDetails) {
    super(message, { cause });
    this.name = 'ModelError';
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.costUsd = costUsd;
  }
}
