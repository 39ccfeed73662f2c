import { type IncomingHttpHeaders, request, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request with whatever path, Host and headers: `fetch` would tidy them. An address that Node itself refuses is status 0. */
export function rawRequest(
  port: number,
  path: string,
  options: Omit<RequestOptions, 'port' | 'path'> = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      );
    });
    asked.on('error', reject).end();
  });
}
