import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawUpgrade {
  readonly socket: Socket;
  /** Status of the response to the upgrade: 101, 403 … */
  readonly status: number;
}

/** Requests a WebSocket upgrade and sends nothing more, so that the test can send anything. */
export async function rawUpgrade(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<RawUpgrade> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => socket.destroy()); // a reset also ends the connection
  const lines = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  };
  const text = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\n${text.join('')}\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  return { socket, status: Number(/^HTTP\/1\.1 (\d+)/.exec(head.toString('latin1'))?.[1] ?? 0) };
}

/** A masked text message of `size` bytes, of which only the header and `sent` bytes are included. */
export function unfinishedMessage(size: number, sent: number): Buffer {
  const header = Buffer.alloc(14);
  header[0] = 0x81;
  header[1] = 0xff;
  header.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([header, Buffer.alloc(sent, 0x20)]);
}
