import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** The address by which a client is counted; behind a tunnel or proxy on this machine, the one that it reports. */
export function clientAddress({ headers, socket }: IncomingMessage): string {
  const remote = socket.remoteAddress ?? '';
  const forwarded = headers['x-forwarded-for'];
  const said = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
  return LOOPBACK.test(remote) && said !== undefined && said !== '' ? said.slice(0, 64) : remote;
}
