import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** The answer to a request or an upgrade that is not let in; the body is this service's error shape. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 421 | 503;
  readonly retryAfterSeconds?: number;
  readonly body: {
    readonly error: string;
    readonly message: string;
    readonly suggestion: string;
    readonly category: string;
    readonly details?: readonly { readonly field: string; readonly message: string }[];
  };
}

/** Answers a request; its own body is not read. */
export function refuseRequest(response: ServerResponse, refusal: Refusal): void {
  const text = JSON.stringify(refusal.body);
  response.writeHead(refusal.status, Object.fromEntries(headersOf(refusal, text)));
  response.end(text);
}

/** Answers in place of the handshake and ends the connection. */
export function refuseUpgrade(socket: Duplex, refusal: Refusal): void {
  const text = JSON.stringify(refusal.body);
  const lines = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    ...headersOf(refusal, text).map(([name, value]) => `${name}: ${value}`),
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
