import type OpenAI from 'openai';
import { z } from 'zod';
import { type ImageAnswer, ImageModel, type ImageRequest } from '../image-model.port.js';
import { ModelError, type ModelUsage } from '../language-model.port.js';
import { priceUsd } from '../prices.js';
import { tokensOf } from '../tokens.js';
import type { Turns } from '../turns.js';
import { aborted, disposition, notAnApi, ServerRefused } from './disposition.js';
import { openAiClient } from './idempotent-client.js';
import { isFields } from './server-said.js';
import { Watchdog } from './watchdog.js';

export interface OpenAiImageOptions {
  readonly model: string;
  readonly apiKey?: string | undefined;
  readonly baseUrl: string;
  /** The longest a picture may take, in milliseconds. */
  readonly totalMs: number;
  readonly turns: Turns;
}

const SIZE = '1024x1024';
/** The tokens of the best quality at this size (https://platform.openai.com/docs/guides/image-generation, "Cost and latency"). */
const MOST_OUTPUT_TOKENS = 4_160;
/** Beyond any picture that is taken (4 MB, in base64). */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

const answer = z.object({
  data: z.array(z.object({ b64_json: z.string().optional() })).min(1),
  usage: z.object({ input_tokens: z.int(), output_tokens: z.int() }).optional(),
});

/** Any server that has OpenAI's `images/generations`. */
export class OpenAiImageModel extends ImageModel {
  override readonly name: string;
  readonly #client: OpenAI;

  constructor(private readonly options: OpenAiImageOptions) {
    super();
    this.name = options.model;
    this.#client = openAiClient({ ...options, timeoutMs: options.totalMs });
  }

  override paint({ prompt, idempotencyKey }: ImageRequest, signal: AbortSignal): Promise<ImageAnswer> {
    return this.options.turns.take(signal, async () => {
      // Nothing comes until all of it does: silence means nothing here.
      const { totalMs, baseUrl } = this.options;
      const watchdog = new Watchdog({ idleMs: totalMs, totalMs }, signal);
      try {
        const response = await this.#client.images
          .generate(imageBody(this.name, prompt), { signal: watchdog.signal, idempotencyKey })
          .asResponse();
        return this.#read(await boundedText(response, baseUrl));
      } catch (error) {
        throw watchdog.signal.aborted ? aborted(watchdog.signal.reason) : disposition(error, baseUrl);
      } finally {
        watchdog.stop();
      }
    });
  }

  override mostUsd(prompt: string): number | null {
    return this.#priceUsd({ inputTokens: tokensOf(prompt), outputTokens: MOST_OUTPUT_TOKENS });
  }

  #read(text: string): ImageAnswer {
    const json = JSON.parse(text) as unknown;
    if (isFields(json) && json['error']) throw new ServerRefused({}, json);
    const parsed = answer.safeParse(json);
    const usage = parsed.data?.usage;
    const base64 = parsed.data?.data[0]?.b64_json;
    if (base64 === undefined) {
      throw new ModelError(
        'The server’s answer contains no picture in base64; OPENAI_IMAGE_MODEL must be a model that sends one.',
        {
          kind: 'content',
          code: 'image_missing',
          costUsd: null,
        },
      );
    }
    if (!usage) return { base64, model: this.name, usage: UNTOLD, costUsd: null };
    const told = { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens };
    return { base64, model: this.name, usage: told, costUsd: this.#priceUsd(told) };
  }

  #priceUsd(usage: ModelUsage): number | null {
    return priceUsd(this.name, usage, { baseUrl: this.options.baseUrl });
  }
}

const UNTOLD: ModelUsage = { inputTokens: 0, outputTokens: 0, isEstimated: true };

/** The request of one square picture. */
export function imageBody(model: string, prompt: string): OpenAI.Images.ImageGenerateParamsNonStreaming {
  return { model, prompt, n: 1, size: SIZE };
}

/** @throws ModelError where a page answers, or more than any picture has */
async function boundedText(response: Response, baseUrl: string): Promise<string> {
  if (response.headers.get('content-type')?.includes('text/html') === true) {
    await response.body?.cancel();
    throw notAnApi(baseUrl);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      throw new ModelError(`The picture has more than ${MAX_BODY_BYTES / 1024 / 1024} MB.`, {
        kind: 'content',
        code: 'image_too_large',
        costUsd: null,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
