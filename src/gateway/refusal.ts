import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** The answer to an upgrade that is not granted; the body is this service's error shape. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 503;
  readonly retryAfterSeconds?: number;
  readonly body: {
    readonly error: string;
    readonly message: string;
    readonly suggestion: string;
    readonly category: string;
    readonly details?: readonly { readonly field: string; readonly message: string }[];
  };
}

/** Answers in place of the handshake and ends the connection. */
export function refuse(socket: Duplex, { status, retryAfterSeconds, body }: Refusal): void {
  const text = JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...(retryAfterSeconds === undefined ? [] : [`Retry-After: ${retryAfterSeconds}`]),
  ];
  // Not left half open by a client that never closes its side.
  socket.once('finish', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}
