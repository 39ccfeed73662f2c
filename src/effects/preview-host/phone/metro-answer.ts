import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { constants, gzipSync } from 'node:zlib';

import { prefixAssets } from './asset-paths.js';

/** What a phone may say to Metro; not, for one, that it would take a bundle in parts with a progress bar. */
const PASSED_ON = ['user-agent', 'expo-platform', 'if-none-match', 'range'];
const CODE = /javascript|json/;
const GZIP = { level: constants.Z_BEST_SPEED };

/** Metro's answer to `path` (below its root) with the addresses of assets below the segment, gzipped where that is taken. */
export async function answerFromMetro(
  request: IncomingMessage,
  response: ServerResponse,
  to: { readonly port: number; readonly path: string; readonly segment: string },
): Promise<void> {
  const answer = await askMetro(request, to);
  const { 'content-type': type = 'application/octet-stream' } = answer.headers;
  const status = answer.statusCode ?? 502;
  const headers = {
    'content-type': type,
    'cache-control': answer.headers['cache-control'] ?? 'no-store',
    'x-content-type-options': 'nosniff',
  };
  if (!CODE.test(type)) {
    response.writeHead(status, headers);
    await pipeline(answer, response);
    return;
  }
  const code = prefixAssets(await text(answer), to.segment);
  const isGzipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(status, { ...headers, ...(isGzipped && { 'content-encoding': 'gzip', vary: 'accept-encoding' }) });
  response.end(isGzipped ? gzipSync(code, GZIP) : code);
}

function askMetro(request: IncomingMessage, { port, path }: { port: number; path: string }): Promise<IncomingMessage> {
  const headers = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = request.headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return new Promise((resolve, reject) => {
    ask({ host: '127.0.0.1', port, path, method: request.method, headers: { ...headers, accept: '*/*' } }, resolve)
      .on('error', reject)
      .end();
  });
}
