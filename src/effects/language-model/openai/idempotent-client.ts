import OpenAI from 'openai';
import { modelFetch } from './model-fetch.js';

export interface ClientOptions {
  /** Absent: a local server that asks for none. */
  readonly apiKey?: string | undefined;
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

/** Sends the header that makes a repeated request safe: OpenAI's client does not send it by itself. */
class IdempotentClient extends OpenAI {
  protected override idempotencyHeader = 'Idempotency-Key';
}

/** OpenAI's client, which takes only proxies from the environment, sends one request per call and logs nothing. */
export function openAiClient({ apiKey, baseUrl, timeoutMs }: ClientOptions): OpenAI {
  return new IdempotentClient({
    // The constructor throws without a key, and would take one from the environment.
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    timeout: timeoutMs,
    fetch: modelFetch(baseUrl),
  });
}
