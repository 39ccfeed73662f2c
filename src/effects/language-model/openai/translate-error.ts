import { APIConnectionError, APIError, APIUserAbortError, OpenAIError } from 'openai/core/error';
import { ModelError } from '../language-model.port.js';

/** What the client or the network threw, as the one error that callers know. `baseUrl` is named where it may be wrong. */
export function translateError(error: unknown, baseUrl: string): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof APIConnectionError && !(error instanceof APIUserAbortError)) return unreachable(error, baseUrl);
  if (error instanceof APIError) return fromStatus(error as AnyApiError, baseUrl);
  if (error instanceof SyntaxError) {
    return new ModelError('The model’s server sent something that is no JSON.', {
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

type AnyApiError = APIError<number | undefined, Headers | undefined, object | undefined>;

function fromStatus(error: AnyApiError, baseUrl: string): ModelError {
  const { status, code, message: cause } = error;
  const said = saidBy(error);
  const of = (kind: ModelError['kind'], stableCode: string, message: string): ModelError =>
    new ModelError(message, { kind, code: stableCode, cause: error, ...retryAfter(error) });
  if (isHtml(error)) return notAnApi(baseUrl, error);
  if (status === 429 && (code === 'insufficient_quota' || /quota|billing|credit/i.test(cause))) {
    return of('fatal', 'model_quota', `The account of OPENAI_API_KEY has no credit left: ${said}`);
  }
  if (status === 429) return of('transient', 'model_rate_limited', `The model’s server asks to wait: ${said}`);
  if (status === 401 || status === 403) {
    return of('fatal', 'model_unauthorized', `The model’s server refuses OPENAI_API_KEY: ${said}`);
  }
  if (status === 404) {
    return of(
      'fatal',
      'model_not_found',
      `${baseUrl} does not know this: check OPENAI_MODEL and OPENAI_BASE_URL. ${said}`,
    );
  }
  if (status === 408 || status === 409)
    return of('transient', 'model_unavailable', `The model’s server gave up: ${said}`);
  if (status === 400 && code === 'context_length_exceeded') return of('content', 'model_prompt_too_long', said);
  if (status !== undefined && status < 500) {
    return of('fatal', 'model_bad_request', `The model’s server refuses the request (${String(status)}): ${said}`);
  }
  return of(
    'transient',
    'model_unavailable',
    `The model’s server failed (${String(status ?? 'in its answer')}): ${said}`,
  );
}

/** What ended a request from outside: the watchdog's own error, or the caller's reason as its cause. */
export function aborted(reason: unknown): ModelError {
  if (reason instanceof ModelError) return reason;
  return new ModelError('The request was ended before its answer came.', {
    kind: 'fatal',
    code: 'model_aborted',
    cause: reason,
  });
}

/** 200 with a page instead of an answer, or an error page: OPENAI_BASE_URL leads to something else. */
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

function isHtml(error: AnyApiError): boolean {
  const type = error.headers?.get('content-type') ?? '';
  return type.includes('text/html');
}

/** What the server says, short enough for a person. */
function saidBy({ message }: AnyApiError): string {
  return message.slice(0, 300);
}

/** `retry-after` in seconds or as a date, `retry-after-ms` in milliseconds. */
function retryAfter({ headers }: AnyApiError): { retryAfterMs?: number } {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms)) return { retryAfterMs: ms };
  const after = headers?.get('retry-after') ?? undefined;
  if (after === undefined) return {};
  const waitMs = /^\d+(\.\d+)?$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isFinite(waitMs) ? { retryAfterMs: Math.max(0, waitMs) } : {};
}
