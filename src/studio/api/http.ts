import type { ErrorBody } from '../../contract/errors.js';

/** The service refused, in its own words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  /** @param status of HTTP; 0: the service could not be reached */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly suggestion: string | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** @throws ApiError */
export function get<Body>(path: string, init: RequestInit = {}): Promise<Body> {
  return ask<Body>(path, init);
}

/** @throws ApiError */
export function post<Body>(path: string, body?: object, init: RequestInit = {}): Promise<Body> {
  return ask<Body>(path, { ...init, method: 'POST', ...json(body, init) });
}

/** @throws ApiError */
export function put<Body>(path: string, body?: object, init: RequestInit = {}): Promise<Body> {
  return ask<Body>(path, { ...init, method: 'PUT', ...json(body, init) });
}

/** @throws ApiError */
export function del<Body>(path: string, init: RequestInit = {}): Promise<Body> {
  return ask<Body>(path, { ...init, method: 'DELETE' });
}

/** The response itself, for answers that are not JSON. @throws ApiError if it is not a success */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(path, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, 'unreachable', 'The service does not answer.', 'Is it running? Trying again.', {
      cause,
    });
  });
  if (!answer.ok) throw await errorOf(answer);
  return answer;
}

async function ask<Body>(path: string, init: RequestInit): Promise<Body> {
  const answer = await send(path, init);
  return (answer.status === 204 ? undefined : await answer.json()) as Body;
}

function json(body: object | undefined, init: RequestInit): RequestInit {
  if (body === undefined) return {};
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/json');
  return { body: JSON.stringify(body), headers };
}

async function errorOf(answer: Response): Promise<ApiError> {
  const text = await answer.text();
  try {
    const { error, message, suggestion } = JSON.parse(text) as ErrorBody;
    return new ApiError(answer.status, error, message, suggestion);
  } catch (cause) {
    // Something between here and the service answered in its place.
    return new ApiError(answer.status, 'unexpected_answer', `The service answered ${answer.status}.`, undefined, {
      cause,
    });
  }
}
