import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** GET from the loopback interface, uncompressed; unlike `fetch` it lets the Host header be set. */
export function httpGet(
  port: number,
  path: string,
  options: { host?: string; accept?: string; signal: AbortSignal },
): Promise<HttpAnswer> {
  const { host, accept = '*/*', signal } = options;
  return new Promise((resolve, reject) => {
    const headers = { accept, ...(host !== undefined && { host }) };
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
