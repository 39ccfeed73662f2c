import type { OpenAI } from 'openai';
import {
  type AnswerOptions,
  LanguageModel,
  type ModelAnswer,
  ModelError,
  type ModelRequest,
  type ModelUsage,
} from '../language-model.port.js';
import { LessonsInMemory } from '../lessons-in-memory.js';
import { type PriceOverride, priceUsd } from '../prices.js';
import type { ServerLessons } from '../server-lessons.port.js';
import { tokensOf } from '../tokens.js';
import type { Turns } from '../turns.js';
import { chatBody, chatParts } from './chat-stream.js';
import { type AnswerPart, CollectedAnswer } from './collected-answer.js';
import { contextAdvice } from './context-advice.js';
import { type Dialect, learntDialect, outputLimit, usualDialect } from './dialect.js';
import { aborted, disposition, refusalIn } from './disposition.js';
import { openAiClient } from './idempotent-client.js';
import { LEAST_USEFUL_TOKENS, lessonsIn } from './lessons-in.js';
import { readLess } from './read-less.js';
import { replyItems } from './reply.js';
import { responsesBody, responsesParts } from './responses-stream.js';
import { Settling } from './settling.js';
import { type Patience, Watchdog } from './watchdog.js';

export interface OpenAiOptions {
  readonly model: string;
  /** Absent: a local server that asks for none. */
  readonly apiKey?: string | undefined;
  readonly baseUrl: string;
  /** Responses exists at OpenAI and few others. */
  readonly api: 'chat' | 'responses';
  readonly patience: Patience;
  /** Shared by all that use the same key. */
  readonly turns: Turns;
  readonly prices?: PriceOverride | undefined;
  /** What this server has refused before; absent: each process learns it again. */
  readonly lessons?: ServerLessons | undefined;
}

/** Any server that speaks OpenAI's protocol: OpenAI, Azure, OpenRouter, Groq, vLLM, llama.cpp, LM Studio, Ollama. */
export class OpenAiLanguageModel extends LanguageModel {
  override readonly name: string;
  readonly #client: OpenAI;
  readonly #lessons: ServerLessons;
  readonly #usual: Dialect;

  constructor(private readonly options: OpenAiOptions) {
    super();
    this.name = options.model;
    this.#client = openAiClient({ ...options, timeoutMs: options.patience.totalMs });
    this.#lessons = options.lessons ?? new LessonsInMemory();
    this.#usual = usualDialect(options.baseUrl);
  }

  override answer(request: ModelRequest, options: AnswerOptions): Promise<ModelAnswer> {
    return this.options.turns.take(options.signal, () => this.#answer(request, options));
  }

  override countTokens(text: string): number {
    return tokensOf(text);
  }

  override priceUsd(usage: ModelUsage): number | null {
    const { model, baseUrl, prices } = this.options;
    return priceUsd(model, usage, { baseUrl, override: prices });
  }

  async #answer(request: ModelRequest, { signal, onText }: AnswerOptions): Promise<ModelAnswer> {
    const dialect = learntDialect(this.#usual, await this.#lessons.of(this.options));
    const sent = this.#sent(request, dialect);
    const watchdog = new Watchdog(this.options.patience, signal);
    const answer = new CollectedAnswer(request.maxOutputTokens);
    try {
      for await (const part of this.#parts(sent, answer, watchdog)) {
        answer.add(part);
        if (part.type === 'text') onText?.(part.delta);
      }
      // An aborted stream ends as if it were whole.
      watchdog.signal.throwIfAborted();
      const text = answer.whole();
      const usage = answer.usage ?? this.#estimated(sent, answer);
      const note = readLess(sent.inputTokens, usage, this.options.baseUrl);
      const { model = this.name, isCutShort } = answer;
      return {
        text,
        model,
        usage,
        costUsd: this.priceUsd(usage),
        ...(isCutShort && { isCutShort }),
        ...(note !== undefined && { note }),
      };
    } catch (error) {
      throw await this.#failure(error, sent, answer, watchdog.signal);
    } finally {
      watchdog.stop();
    }
  }

  /** @throws ModelError where the window that this server is known to have leaves no room for an answer */
  #sent(request: ModelRequest, dialect: Dialect): SentRequest {
    const inputTokens = tokensOf(request.messages.map(({ content }) => content).join('\n'));
    const maxOutputTokens = outputLimit(request.maxOutputTokens, inputTokens, dialect);
    if (maxOutputTokens < Math.min(LEAST_USEFUL_TOKENS, request.maxOutputTokens)) {
      throw new ModelError(
        `The request has about ${inputTokens} tokens, which leaves no room for an answer in the ${dialect.contextTokens ?? 0} tokens of the model’s context window. ${contextAdvice(this.options.baseUrl)}`,
        { kind: 'content', code: 'model_prompt_too_long' },
      );
    }
    return { request: { ...request, maxOutputTokens }, dialect, inputTokens };
  }

  async *#parts(
    { request, dialect }: SentRequest,
    answer: CollectedAnswer,
    watchdog: Watchdog,
  ): AsyncGenerator<AnswerPart> {
    const settling = new Settling();
    const signal = AbortSignal.any([watchdog.signal, settling.signal]);
    const options = { signal, idempotencyKey: request.idempotencyKey };
    const isChat = this.options.api === 'chat';
    const partsOf = isChat ? chatParts : responsesParts;
    const heard = (): void => {
      watchdog.heard();
      settling.heard();
    };
    try {
      const response = isChat
        ? await this.#client.chat.completions.create(chatBody(this.name, request, dialect), options).asResponse()
        : await this.#client.responses.create(responsesBody(this.name, request, dialect), options).asResponse();
      watchdog.heard();
      const body = (response.body ?? []) as AsyncIterable<Uint8Array>;
      for await (const item of replyItems(body, { baseUrl: this.options.baseUrl, heard, signal })) {
        if ('mark' in item) {
          yield { type: 'finish', reason: item.mark };
          return;
        }
        yield* partsOf(item.json);
        if (answer.hasEnded) settling.begin();
      }
    } catch (error) {
      if (!settling.signal.aborted) throw error;
    } finally {
      settling.stop();
    }
  }

  /** The error for the caller, with the probable cost of the request. */
  async #failure(error: unknown, sent: SentRequest, answer: CollectedAnswer, signal: AbortSignal): Promise<ModelError> {
    if (!signal.aborted && (await this.#hasLearnt(error, sent))) {
      return new ModelError('The server refuses a part of the request; it is sent again without that.', {
        kind: 'transient',
        code: 'model_parameter',
        retryAfterMs: 0,
        cause: error,
      });
    }
    const failure = signal.aborted ? aborted(signal.reason) : disposition(error, this.options.baseUrl);
    // Before the first word nothing was generated; after it, what a vendor charges for a broken answer is unknown.
    const hasBegun = answer.text !== '' || answer.reasoned > 0 || signal.aborted;
    if (!hasBegun) return failure;
    const costUsd = this.priceUsd(answer.usage ?? this.#estimated(sent, answer));
    const { message, kind, code, retryAfterMs, cause } = failure;
    return new ModelError(message, { kind, code, costUsd, cause, ...(retryAfterMs !== undefined && { retryAfterMs }) });
  }

  /** Remembers what the server refuses; true where the next request will be another one. */
  async #hasLearnt(error: unknown, { request, dialect, inputTokens }: SentRequest): Promise<boolean> {
    const said = refusalIn(error);
    if (!said) return false;
    const { lessons, isWorthAsking } = lessonsIn(said, {
      dialect,
      inputTokens,
      maxOutputTokens: request.maxOutputTokens,
      hasSchema: request.schema !== undefined,
      hasSystem: request.messages.some(({ role }) => role === 'system'),
    });
    if (lessons.length > 0) await this.#lessons.learn(this.options, lessons);
    return isWorthAsking;
  }

  #estimated({ inputTokens }: SentRequest, answer: CollectedAnswer): ModelUsage {
    return { inputTokens, outputTokens: tokensOf(answer.text) + Math.ceil(answer.reasoned / 4), isEstimated: true };
  }
}

/** A request as it is sent to the server. */
interface SentRequest {
  /** With the limit that the server takes. */
  readonly request: ModelRequest;
  readonly dialect: Dialect;
  /** As they are counted here. */
  readonly inputTokens: number;
}
