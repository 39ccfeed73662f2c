import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { METRO_KEY_HEADER, type MetroAddress } from './metro-address.js';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

interface GetOptions {
  readonly host?: string;
  readonly accept?: string;
  readonly signal: AbortSignal;
}

/** GET from the loopback interface, uncompressed; unlike `fetch` it lets the Host header be set. */
export function httpGet(port: number, path: string, options: GetOptions): Promise<HttpAnswer> {
  return getWith({}, port, path, options);
}

/** The same from the preview process. */
export function metroGet({ port, key }: MetroAddress, path: string, options: GetOptions): Promise<HttpAnswer> {
  return getWith({ [METRO_KEY_HEADER]: key }, port, path, options);
}

function getWith(
  more: Readonly<Record<string, string>>,
  port: number,
  path: string,
  { host, accept = '*/*', signal }: GetOptions,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { accept, ...(host !== undefined && { host }), ...more };
    const request = get({ host: '127.0.0.1', port, path, headers, signal, agent: false }, (response) => {
      buffer(response).then(
        (body) =>
          resolve({ status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', body }),
        reject,
      );
    });
    request.on('error', reject);
  });
}
