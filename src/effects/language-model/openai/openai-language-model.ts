import { APIError, type OpenAI } from 'openai';
import {
  type AnswerOptions,
  LanguageModel,
  type ModelAnswer,
  ModelError,
  type ModelRequest,
  type ModelUsage,
} from '../language-model.port.js';
import { type PriceOverride, priceUsd } from '../prices.js';
import { tokensOf } from '../tokens.js';
import type { Turns } from '../turns.js';
import { chatBody, chatParts, type Dialect } from './chat-stream.js';
import { type AnswerPart, CollectedAnswer } from './collected-answer.js';
import { responsesBody, responsesParts } from './responses-stream.js';
import { openAiClient } from './idempotent-client.js';
import { aborted, notAnApi, translateError } from './translate-error.js';
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
}

/** Any server that speaks OpenAI's protocol: OpenAI, Azure, OpenRouter, Groq, vLLM, llama.cpp, LM Studio, Ollama. */
export class OpenAiLanguageModel extends LanguageModel {
  override readonly name: string;
  readonly #client: OpenAI;
  #dialect: Dialect;
  #hasSwapped = false;

  constructor(private readonly options: OpenAiOptions) {
    super();
    this.name = options.model;
    this.#client = openAiClient({ ...options, timeoutMs: options.patience.totalMs });
    const isOpenAi = /(^|\.)(openai\.com|azure\.com)$/.test(new URL(options.baseUrl).hostname);
    this.#dialect = {
      limit: isOpenAi ? 'max_completion_tokens' : 'max_tokens',
      hasSchemas: true,
      hasStreamOptions: true,
    };
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
    const watchdog = new Watchdog(this.options.patience, signal);
    const answer = new CollectedAnswer(request.maxOutputTokens);
    try {
      for await (const part of this.#parts(request, watchdog)) {
        answer.add(part);
        if (part.type === 'text') onText?.(part.delta);
      }
      // An aborted stream ends as if it were whole.
      watchdog.signal.throwIfAborted();
      const text = answer.whole();
      const usage = answer.usage ?? this.#estimated(request, answer);
      const { isCutShort } = answer;
      return {
        text,
        model: answer.model ?? this.name,
        usage,
        costUsd: this.priceUsd(usage),
        ...(isCutShort && { isCutShort }),
      };
    } catch (error) {
      throw this.#failure(error, request, answer, watchdog.signal);
    } finally {
      watchdog.stop();
    }
  }

  async *#parts(request: ModelRequest, watchdog: Watchdog): AsyncGenerator<AnswerPart> {
    const { signal } = watchdog;
    const options = { signal, idempotencyKey: request.idempotencyKey };
    if (this.options.api === 'responses') {
      const sent = this.#client.responses.create(responsesBody(this.name, request), options);
      yield* heard(await opened(sent, this.options.baseUrl), responsesParts, watchdog);
    } else {
      const sent = this.#client.chat.completions.create(chatBody(this.name, request, this.#dialect), options);
      yield* heard(await opened(sent, this.options.baseUrl), chatParts, watchdog);
    }
  }

  /** What to tell the caller, with what the request has probably cost. */
  #failure(error: unknown, request: ModelRequest, answer: CollectedAnswer, signal: AbortSignal): ModelError {
    const { baseUrl } = this.options;
    if (this.#learnedFrom(error)) {
      return new ModelError('The server does not know a parameter; it is asked without.', {
        kind: 'transient',
        code: 'model_parameter',
        retryAfterMs: 0,
        cause: error,
      });
    }
    const failure = signal.aborted ? aborted(signal.reason) : translateError(error, baseUrl);
    // Before the first word nothing was generated; behind it, what a vendor charges for a broken answer is not known.
    const hasBegun = answer.text !== '' || answer.reasoned > 0 || signal.aborted;
    if (!hasBegun) return failure;
    const costUsd = this.priceUsd(answer.usage ?? this.#estimated(request, answer));
    const { message, kind, code, retryAfterMs, cause } = failure;
    return new ModelError(message, { kind, code, costUsd, cause, ...(retryAfterMs !== undefined && { retryAfterMs }) });
  }

  /** Remembers a parameter that the server refuses by name; true where the next request will be another one. */
  #learnedFrom(error: unknown): boolean {
    if (!(error instanceof APIError) || error.status !== 400) return false;
    const named = `${error.param ?? ''} ${error.message}`;
    const before = this.#dialect;
    if (
      /max_(completion_)?tokens/.test(named) &&
      /unsupported|unknown|unrecognized|not supported|use '/i.test(`${error.code ?? ''} ${named}`)
    ) {
      // A server that wants neither would be asked for ever: the swap is made once.
      if (this.#hasSwapped) return false;
      this.#hasSwapped = true;
      this.#dialect = { ...before, limit: before.limit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens' };
    } else if (/response_format|json_schema/.test(named) && before.hasSchemas) {
      this.#dialect = { ...before, hasSchemas: false };
    } else if (/stream_options/.test(named) && before.hasStreamOptions) {
      this.#dialect = { ...before, hasStreamOptions: false };
    }
    return this.#dialect !== before;
  }

  #estimated(request: ModelRequest, answer: CollectedAnswer): ModelUsage {
    const prompt = request.messages.map(({ content }) => content).join('\n');
    const outputTokens = tokensOf(answer.text) + Math.ceil(answer.reasoned / 4);
    return { inputTokens: tokensOf(prompt), outputTokens, isEstimated: true };
  }
}

interface Sent<Item> {
  withResponse(): Promise<{ data: AsyncIterable<Item>; response: Response }>;
}

/** @throws ModelError where a page answers instead of an API */
async function opened<Item>(sent: Sent<Item>, baseUrl: string): Promise<AsyncIterable<Item>> {
  const { data, response } = await sent.withResponse();
  if (response.headers.get('content-type')?.includes('text/html') !== true) return data;
  await response.body?.cancel();
  throw notAnApi(baseUrl);
}

async function* heard<Item>(
  items: AsyncIterable<Item>,
  partsOf: (item: Item) => Iterable<AnswerPart>,
  watchdog: Watchdog,
): AsyncGenerator<AnswerPart> {
  for await (const item of items) {
    watchdog.heard();
    yield* partsOf(item);
  }
}
