import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ErrorCode, ERRORS } from '../contract/error-table.js';
import type { ErrorBody } from '../contract/errors.js';

/** The answer to a request or an upgrade that is not let in. */
export interface Refusal {
  readonly status: number;
  readonly retryAfterSeconds?: number;
  readonly body: ErrorBody;
}

/** Where the code's own row does not say enough. */
type More = Partial<Pick<ErrorBody, 'suggestion' | 'details'>> & Pick<Refusal, 'retryAfterSeconds'>;

export function refusal(
  error: ErrorCode,
  message: string,
  { retryAfterSeconds, details, ...more }: More = {},
): Refusal {
  const { status, category, suggestion } = ERRORS[error];
  const body = { error, message, suggestion: more.suggestion ?? suggestion, category, ...(details && { details }) };
  return { status, body, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}

/** Answers a request; its own body is not read. */
export function refuseRequest(response: ServerResponse, refused: Refusal): void {
  const text = JSON.stringify(refused.body);
  response.writeHead(refused.status, Object.fromEntries(headersOf(refused, text)));
  response.end(text);
}

/** Answers in place of the handshake and ends the connection. */
export function refuseUpgrade(socket: Duplex, refused: Refusal): void {
  const text = JSON.stringify(refused.body);
  const lines = [
    `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status] ?? ''}`,
    ...headersOf(refused, text).map(([name, value]) => `${name}: ${value}`),
  ];
  // Not left half open by a client that never closes its side.
  socket.once('finish', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}

function headersOf({ retryAfterSeconds }: Refusal, text: string): readonly (readonly [string, string])[] {
  return [
    ['Connection', 'close'],
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Content-Length', String(Buffer.byteLength(text))],
    ...(retryAfterSeconds === undefined ? [] : [['Retry-After', String(retryAfterSeconds)] as const]),
  ];
}
