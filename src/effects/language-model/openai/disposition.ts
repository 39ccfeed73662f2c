import { APIConnectionError, OpenAIError } from 'openai/core/error';
import { ModelError } from '../language-model.port.js';
import { contextAdvice } from './context-advice.js';
import { limitIn } from './limit-in.js';
import { type ServerSaid, serverSaid } from './server-said.js';

/** A server's answer that reports a failure, unchanged. */
export class ServerRefused extends Error {
  readonly said: ServerSaid;
  constructor(answered: { readonly status?: number; readonly headers?: Headers }, body: unknown) {
    const said = serverSaid({ status: answered.status, headers: answered.headers, body });
    super(said.words);
    this.name = 'ServerRefused';
    this.said = said;
  }
}

/** What the server said, if the failure is one of its answers; the client wraps what its fetch throws. */
export function refusalIn(error: unknown): ServerSaid | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof ServerRefused) return at.said;
  return undefined;
}

/** The one place that decides what a failure means for the caller, in the server's own words. `baseUrl` may be wrong. */
export function disposition(error: unknown, baseUrl: string): ModelError {
  if (error instanceof ModelError) return error;
  const said = refusalIn(error);
  if (said) return ofServer(said, error, baseUrl);
  if (error instanceof APIConnectionError) return unreachable(error, baseUrl);
  if (error instanceof SyntaxError) {
    return new ModelError('The model’s server sent something that is not JSON.', {
      kind: 'transient',
      code: 'model_malformed',
      cause: error,
    });
  }
  if (error instanceof OpenAIError) {
    return new ModelError(error.message, { kind: 'transient', code: 'model_failed', cause: error });
  }
  // A socket that was reset in mid-stream is a plain TypeError.
  return new ModelError('The connection to the model broke in the middle of its answer.', {
    kind: 'transient',
    code: 'model_cut_off',
    cause: error,
  });
}

/** Azure's filter of what is asked, and OpenRouter's moderation (403). */
const FILTERED = /content[_ ]filter|content management policy|input was flagged|requires moderation/i;
/** What servers say in words if the status says too little. */
const NO_CREDIT = /insufficient[_ ]quota|quota|billing|credit|balance/i;
const TOO_LONG =
  /context[_ ](?:length|window|size)|prompt is too long|input is too long|too many tokens|maximum context|max_tokens must be at least 1/i;

function ofServer(said: ServerSaid, cause: unknown, baseUrl: string): ModelError {
  const { status = 500, words, code, all, isPage, retryAfterMs } = said;
  const of = (kind: ModelError['kind'], stableCode: string, message: string): ModelError =>
    new ModelError(message, { kind, code: stableCode, cause, ...(retryAfterMs !== undefined && { retryAfterMs }) });
  if (isPage && status < 500 && status !== 429) return notAnApi(baseUrl, cause);
  if (status === 402)
    return of('content', 'model_credit', `The account of OPENAI_API_KEY has too little credit: ${words}`);
  if (status === 429 && (code === 'insufficient_quota' || (NO_CREDIT.test(all) && retryAfterMs === undefined))) {
    return of('fatal', 'model_quota', `The account of OPENAI_API_KEY has no credit left: ${words}`);
  }
  if (status === 429) return of('transient', 'model_rate_limited', `The model’s server asks to wait: ${words}`);
  if (status < 500 && FILTERED.test(all)) {
    return of('content', 'model_content_filter', `A filter of the model’s server refuses this: ${words}`);
  }
  if (status === 401 || status === 403) {
    return of('fatal', 'model_unauthorized', `The model’s server refuses OPENAI_API_KEY: ${words}`);
  }
  if (isTooLong(said)) {
    return of(
      'content',
      'model_prompt_too_long',
      `The model’s context window is too small: ${words} ${contextAdvice(baseUrl)}`,
    );
  }
  if (status === 404) {
    const advice = `${baseUrl} does not have this model or path: check OPENAI_MODEL and OPENAI_BASE_URL.`;
    return of('fatal', 'model_not_found', `${advice} ${words}`);
  }
  if (status === 408 || status === 409) {
    return of('transient', 'model_unavailable', `The model’s server gave up: ${words}`);
  }
  if (status < 500) {
    return of('fatal', 'model_bad_request', `The model’s server refuses the request (${status}): ${words}`);
  }
  return of(
    'transient',
    'model_unavailable',
    `The model’s server failed (${said.status ?? 'in its answer'}): ${words}`,
  );
}

function isTooLong(said: ServerSaid): boolean {
  const { status = 500, code, all } = said;
  if (code === 'context_length_exceeded' || code === 'exceed_context_size_error') return true;
  return (
    (status === 400 || status === 413 || status === 422 || status >= 500) &&
    (TOO_LONG.test(all) || limitIn(all) !== undefined)
  );
}

/** The error of an aborted request: the watchdog's own, or one with the caller's reason as its cause. */
export function aborted(reason: unknown): ModelError {
  if (reason instanceof ModelError) return reason;
  return new ModelError('The request was ended before its answer came.', {
    kind: 'fatal',
    code: 'model_aborted',
    cause: reason,
  });
}

/** A page instead of an answer, whatever its status: OPENAI_BASE_URL leads to something else. */
export function notAnApi(baseUrl: string, cause?: unknown): ModelError {
  return new ModelError(
    `${baseUrl} answers with a web page: OPENAI_BASE_URL must be the address of an OpenAI-compatible API, usually ending in /v1.`,
    { kind: 'fatal', code: 'model_not_an_api', cause },
  );
}

function unreachable(error: APIConnectionError, baseUrl: string): ModelError {
  const { cause } = error;
  const why = cause instanceof Error ? ((cause.cause as Error | undefined)?.message ?? cause.message) : error.message;
  return new ModelError(`The model’s server at ${baseUrl} cannot be reached: ${why}`, {
    kind: 'transient',
    code: 'model_unreachable',
    cause: error,
  });
}
