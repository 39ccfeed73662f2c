import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

import { METRO_KEY_HEADER, type MetroAddress } from '../metro-address.js';
import { prefixAssets } from './asset-paths.js';

/** The headers that a client may send to Metro; not the one, for example, that asks for a bundle in parts with progress. */
const PASSED_ON = ['user-agent', 'range'];
const HOST = /^[A-Za-z0-9.-]+(?::\d{1,5})?$/;
const CODE = /javascript|json/;
const GZIP = { level: constants.Z_BEST_SPEED };
const gzipped = promisify(gzip);

export interface MetroQuestion {
  readonly metro: MetroAddress;
  /** Built by us (metro-path.ts). */
  readonly path: string;
  /** The segment below which this client finds its project; its answers are compressed, for they cross a network. */
  readonly segment?: string | undefined;
}

/** Metro's answer, with the addresses of assets below the segment. */
export async function answerFromMetro(
  request: IncomingMessage,
  response: ServerResponse,
  question: MetroQuestion,
): Promise<void> {
  const answer = await askMetro(request, question);
  const { 'content-type': type = 'application/octet-stream', 'content-length': length } = answer.headers;
  const status = answer.statusCode ?? 502;
  if (status >= 400 && !type.includes('json')) {
    // Not of a bundle: its words are the server's own, and name files of this machine.
    answer.resume();
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end('Not found.');
    return;
  }
  const headers = { 'content-type': type, 'cache-control': answer.headers['cache-control'] ?? 'no-store' };
  if (question.segment === undefined || !CODE.test(type)) {
    const range = answer.headers['content-range'];
    response.writeHead(status, {
      ...headers,
      ...(length !== undefined && { 'content-length': length }),
      ...(range !== undefined && { 'content-range': range }),
    });
    await pipeline(answer, response);
    return;
  }
  const code = prefixAssets(await text(answer), question.segment);
  const isGzipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(status, { ...headers, ...(isGzipped && { 'content-encoding': 'gzip', vary: 'accept-encoding' }) });
  response.end(isGzipped ? await gzipped(code, GZIP) : code);
}

function askMetro(request: IncomingMessage, { metro, path }: MetroQuestion): Promise<IncomingMessage> {
  const passedOn = PASSED_ON.map((name) => [name, request.headers[name]] as const);
  // The bundle names its own address by it.
  const [host] = HOST.exec(request.headers.host ?? '') ?? [];
  const headers = {
    ...Object.fromEntries(passedOn.filter(([, value]) => value !== undefined)),
    ...(host !== undefined && { host }),
    accept: '*/*',
    [METRO_KEY_HEADER]: metro.key,
  };
  return new Promise((resolve, reject) => {
    ask({ host: '127.0.0.1', port: metro.port, path, method: request.method, headers }, resolve)
      .on('error', reject)
      .end();
  });
}
