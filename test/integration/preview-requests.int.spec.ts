import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';

import { LivePreviews } from '../../src/effects/preview-host/live-previews.js';
import { PhonePaths } from '../../src/effects/preview-host/phone/phone-paths.js';
import { PhoneSite } from '../../src/effects/preview-host/phone/phone-site.js';
import { PreviewProxy } from '../../src/effects/preview-host/proxy/preview-proxy.js';
import { HotRelay } from '../../src/effects/preview-host/requests/hot-relay.js';
import { PreviewAnswers } from '../../src/effects/preview-host/requests/preview-answers.js';
import { PreviewFolders } from '../../src/effects/preview-host/requests/preview-folders.js';
import { ShellAnswers } from '../../src/effects/preview-host/requests/shell-answers.js';
import { ASKING, SECRETIVE, type WrittenRequest, writtenFrames, writtenRequests } from '../support/preview-grammar.js';
import { rawRequest } from '../support/raw-request.js';

/** 13,000 requests and 2,400 messages; with the 4,800 of preview-isolation.int.spec.ts more than 20,000. */
const REQUESTS_AT_ONCE = 100;
const ROUNDS = 130;
const SOCKETS_AT_ONCE = 20;
const SOCKET_ROUNDS = 60;
const PLATFORMS = ['web', 'ios', 'android', 'windows', ''];

const OURS =
  /^\/(projects\/pine\/[^?]+|node_modules\/[^?]+)\.(?:bundle|map)\?platform=(?:web|ios|android)&hot=false&dev=true&lazy=(?:true|false)&transform\.engine=hermes(?:&transform\.bytecode=1)?&transform\.routerRoot=app&unstable_transformProfile=hermes-stable(?:&load=[A-Za-z0-9-]+)?(?:&modulesOnly=true&runModule=false)?$/;
const ASSET = /^\/assets\/\?unstable_path=\.%2F(?:projects%2Fpine|node_modules)%2F[^&]+&platform=(?:web|ios|android)$/;
const MANIFEST = /^\/\?platform=(?:ios|android)$/;
/** Nothing that climbs, however it is written. */
const CLIMBING = /(?:^|\/|%2f)\.\.(?:\/|%2f|\?|$)|%25|\\|%5c/i;

/** Stands where Metro would, and says what has reached it. The name of a request is passed on as its user agent. */
class Recorder {
  readonly reached = new Map<string, string>();
  readonly frames: { readonly project: string | null; readonly text: string }[] = [];
  readonly #server = createServer((request, response) => {
    this.reached.set(request.headers['user-agent'] ?? '', request.url ?? '');
    response.setHeader('content-type', 'application/json');
    response.end('{}');
  });
  readonly #sockets = new WebSocketServer({ server: this.#server });

  async start(): Promise<number> {
    this.#sockets.on('connection', (socket, request) => {
      const project = new URL(request.url ?? '', 'http://metro').searchParams.get('project');
      socket.on('message', (data: Buffer) => this.frames.push({ project, text: data.toString() }));
    });
    return listen(this.#server);
  }

  close(): void {
    this.#sockets.close();
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

const recorder = new Recorder();
const agent = new Agent({ keepAlive: true, maxSockets: REQUESTS_AT_ONCE });
const paths = new PhonePaths(Buffer.from('a key of this test'));
const servers: Server[] = [];
let hostDir: string;
let webPort: number;
let phonePort: number;

beforeAll(async () => {
  hostDir = await mkdtemp(join(tmpdir(), 'firstlight-'));
  for (const label of [ASKING, SECRETIVE]) {
    await mkdir(join(hostDir, 'projects', label), { recursive: true });
    await writeFile(join(hostDir, 'projects', label, 'index.js'), '');
  }
  const metro = { port: await recorder.start(), key: 'key' };
  const live = new LivePreviews({ maxLive: 10, maxPages: 1_000, maxPast: 4, idleMs: 60_000 });
  const folders = new PreviewFolders({ hostDir, kitDir: join(hostDir, 'kit') });
  const shell = new ShellAnswers(
    () => true,
    () => undefined,
  );
  const answers = new PreviewAnswers({ folders, metro: () => metro, live, shell });
  const hot = new HotRelay({ metro: () => metro, live });
  const proxy = new PreviewProxy({ previewDomain: 'localhost', folders, answers, hot });
  const phone = new PhoneSite({ paths, metro: () => metro, answers, hot });
  const web = createServer((request, response) => {
    if (!proxy.handleRequest(request, response)) response.writeHead(404).end();
  }).on('upgrade', (request, socket, head) => {
    if (!proxy.handleUpgrade(request, socket, head)) socket.destroy();
  });
  const phones = createServer((request, response) => phone.handleRequest(request, response)).on(
    'upgrade',
    (request, socket, head) => phone.handleUpgrade(request, socket, head),
  );
  servers.push(web, phones);
  [webPort, phonePort] = [await listen(web), await listen(phones)];
});

afterAll(async () => {
  agent.destroy();
  recorder.close();
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  await rm(hostDir, { recursive: true });
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Where a request of the web's or the phones' kind goes, and under which Host. */
function addressOf(label: string, isPhone: boolean): { port: number; host: string; prefix: string } {
  if (!isPhone)
    return { port: webPort, host: label.includes('.') ? label : `${label}.localhost:${webPort}`, prefix: '' };
  const segment = label === ASKING ? paths.segmentOf(ASKING) : `${label}.AAAAAAAAAAAAAAAAAAAAAA`;
  return { port: phonePort, host: `127.0.0.1:${phonePort}`, prefix: `/${segment}` };
}

let count = 0;

/** Sends it; what reached Metro of it has to be of our making, and asked for at the project's own address by its own page. */
async function attack({ method, path, label, headers }: WrittenRequest, isPhone: boolean): Promise<void> {
  const name = `request ${(count += 1)}`;
  const { port, host, prefix } = addressOf(label, isPhone);
  const origin = headers['origin'] === 'own' ? `http://${host}` : headers['origin'];
  const sent = { ...headers, ...(origin !== undefined && { origin }), host, 'user-agent': name };
  const answer = await rawRequest(port, prefix + path, { method, headers: sent, agent });
  const url = recorder.reached.get(name);
  if (url === undefined) return;
  const isOwn = origin === undefined || origin === `http://${host}`;
  const isSame = [undefined, 'same-origin', 'none'].includes(headers['sec-fetch-site']);
  expect({ url, label, isOwn, isSame, method }).toEqual({
    url: expect.stringMatching(
      isPhone
        ? new RegExp(`${OURS.source}|${ASSET.source}|${MANIFEST.source}`)
        : new RegExp(`${OURS.source}|${ASSET.source}`),
    ),
    label: ASKING,
    isOwn: true,
    isSame: true,
    method: expect.stringMatching(/^(?:GET|HEAD)$/),
  });
  expect(url).not.toMatch(CLIMBING);
  expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
}

describe('whatever a client writes', () => {
  it('only addresses of our making reach Metro, of the project that was asked, for its own pages', async () => {
    const requests = fc.array(fc.tuple(writtenRequests(PLATFORMS), fc.boolean()), {
      minLength: REQUESTS_AT_ONCE,
      maxLength: REQUESTS_AT_ONCE,
    });
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        await Promise.all(all.map(([request, isPhone]) => attack(request, isPhone)));
      }),
      { numRuns: ROUNDS, endOnFailure: true },
    );
    // The grammar is no list of refusals alone.
    expect(recorder.reached.size).toBeGreaterThan(ROUNDS);
  }, 240_000);

  it('on a socket of live updates, only registrations of our making reach Metro', async () => {
    const side = fc.boolean().chain((isPhone) => {
      const { host, prefix } = isPhone
        ? { host: '127.0.0.1', prefix: `/${paths.segmentOf(ASKING)}` }
        : { host: `${ASKING}.localhost`, prefix: '' };
      const frames = fc.array(writtenFrames(`http://${host}${prefix}`, PLATFORMS), { minLength: 2, maxLength: 2 });
      return frames.map((texts) => ({ isPhone, texts }));
    });
    const rounds = fc.array(side, { minLength: SOCKETS_AT_ONCE, maxLength: SOCKETS_AT_ONCE });
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        await Promise.all(all.map(({ isPhone, texts }) => sendFrames(isPhone, texts)));
        for (const { project, text } of recorder.frames.splice(0)) {
          const { type, entryPoints } = JSON.parse(text) as { type: string; entryPoints: readonly string[] };
          expect([project, type]).toEqual([ASKING, 'register-entrypoints']);
          for (const entryPoint of entryPoints) {
            const url = new URL(entryPoint);
            expect(url.pathname + url.search).toMatch(OURS);
            expect(entryPoint).not.toMatch(CLIMBING);
          }
          registrations += 1;
        }
      }),
      { numRuns: SOCKET_ROUNDS, endOnFailure: true },
    );
    expect(registrations).toBeGreaterThan(0);
  }, 240_000);
});

let registrations = 0;

async function sendFrames(isPhone: boolean, texts: readonly string[]): Promise<void> {
  const { port, host } = addressOf(ASKING, isPhone);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/hot`, { headers: { host }, origin: `http://${host}` });
  socket.on('error', () => undefined); // it is let go of in the midst of what we send
  await once(socket, 'open');
  for (const text of texts) socket.send(text);
  // What was passed on comes before our ping's answer, or the socket is closed.
  socket.ping();
  await Promise.race([once(socket, 'pong'), once(socket, 'close')]);
  socket.terminate();
}
