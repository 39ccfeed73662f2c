import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { Logger } from '@nestjs/common';
import { WebSocket } from 'ws';

import { phoneBundlePath, webBundlePath } from '../../src/effects/preview-host/requests/metro-path.js';
import { HotSocket } from '../support/hot-socket.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { spelledImports } from '../support/import-grammar.js';
import { type WrittenRequest, writtenFrames, writtenRequests } from '../support/preview-grammar.js';
import { appFiles, screen, type PreviewSite, startPreviewSite } from '../support/preview-site.js';
import { type RawAnswer, rawRequest } from '../support/raw-request.js';
import { rawUpgrade, unfinishedMessage } from '../support/raw-socket.js';

const SECRET = 'words-that-only-quartz-may-read';
const OWN = 'words-of-pine';
const REGISTRATION_MS = 1_000;
const OPTIONS = 'platform=web&dev=true';

let site: PreviewSite;
/** Of the phone listener: its port, and pine's path there. */
let phonePort: number;
let phonePath: string;

const hostOf = (label: string): string => `${label}.localhost:${site.port}`;
const ask = (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  rawRequest(site.port, path, { headers: { host: hostOf('pine'), ...headers } });
const askPhone = (path: string): Promise<RawAnswer> => rawRequest(phonePort, path);

beforeAll(async () => {
  // Each of hundreds of refused sockets would have its line.
  Logger.overrideLogger(['log', 'warn', 'error']);
  site = await startPreviewSite({
    phone: { isOnLan: true, port: 0, lanHost: '127.0.0.1' },
    sockets: { registrationMs: REGISTRATION_MS },
  });
  await site.host.ready();
  await site.write('pine', appFiles(OWN));
  await site.write('quartz', [
    ...appFiles(SECRET),
    { path: 'lib/samples.ts', content: `export const samples = '${SECRET}';\n` },
  ]);
  await site.host.open('quartz');
  const url = new URL((await site.host.open('pine')).lan ?? '');
  [phonePort, phonePath] = [Number(url.port), url.pathname];
  // What one project may not read is there to be read.
  const quartz = await rawRequest(site.port, webBundlePath('quartz'), { headers: { host: hostOf('quartz') } });
  expect([quartz.status, quartz.body.includes(SECRET)]).toEqual([200, true]);
  const pine = await ask(webBundlePath('pine'));
  expect([pine.status, pine.body.includes(OWN)]).toEqual([200, true]);
}, FIRST_PREVIEW_TIMEOUT_MS);

const agent = new Agent({ keepAlive: true });

afterAll(async () => {
  agent.destroy();
  await site.stop();
});

describe('an address of one project', () => {
  it.each([
    ['row 1', `/projects/pine/index.bundle?${OPTIONS}&bundleEntry=/projects/quartz/index.bundle`],
    ['row 1, its map', `/projects/pine/index.map?${OPTIONS}&bundleEntry=/projects/quartz/index.map`],
    ['row 1, its name encoded', `/projects/pine/index.bundle?${OPTIONS}&bundle%45ntry=/projects/quartz/index.bundle`],
    [
      'row 1, in the path of JavaScriptCore',
      `/projects/pine/index.bundle//&${OPTIONS}&bundleEntry=/projects/quartz/index.bundle`,
    ],
    ['row 1, twice', `/projects/pine/index.bundle?${OPTIONS}&bundleEntry=&bundleEntry=projects/quartz/index.bundle`],
    [
      'row 1, only its data',
      `/projects/pine/index.bundle?${OPTIONS}&bundleEntry=/projects/quartz/lib/samples.bundle&modulesOnly=true`,
    ],
    [
      'row 2',
      `/node_modules/expo-router/_ctx.map?${OPTIONS}&transform.routerRoot=projects&modulesOnly=true&runModule=false`,
    ],
    [
      'row 2, spelled otherwise',
      `/node_modules/expo-router/_ctx.map?${OPTIONS}&transform.routerRoot=projects%2F.&modulesOnly=true`,
    ],
    [
      'row 2, of another project',
      `/node_modules/expo-router/_ctx.bundle?${OPTIONS}&transform.routerRoot=projects/quartz/app&modulesOnly=true`,
    ],
    ['row 2, on the app’s own bundle', `/projects/pine/index.map?${OPTIONS}&transform.routerRoot=../quartz`],
    [
      'row 2, from the root',
      `/node_modules/expo-router/_ctx-html.map?${OPTIONS}&transform.routerRoot=/&modulesOnly=true`,
    ],
    [
      'row 2, for a server',
      `/node_modules/expo-router/_ctx.map?${OPTIONS}&transform.routerRoot=projects&resolver.environment=node&modulesOnly=true`,
    ],
    [
      'row 2, in another engine',
      `/projects/pine/index.map?${OPTIONS}&transform.engine=v8&transform.routerRoot=projects`,
    ],
    ['the folder beside its own', `/projects/pine/../quartz/index.bundle?${OPTIONS}`],
    ['the folder beside it, encoded', `/projects/pine/..%2fquartz/lib/samples.bundle?${OPTIONS}&modulesOnly=true`],
    ['the folder beside it, encoded twice', `/projects/pine/%252e%252e/quartz/index.bundle?${OPTIONS}`],
    ['a list of its assets', `/projects/quartz/index.assets?${OPTIONS}`],
    ['sources by Metro’s own names', '/[metro-project]/projects/quartz/lib/samples.ts'],
    ['a file of another project as an asset', '/assets/?unstable_path=./projects/quartz/lib/samples.ts'],
    ['the same through its own folder', '/assets/?unstable_path=./projects/pine/../quartz/lib/samples.ts'],
  ])('holds nothing of another: %s', async (_, path) => {
    for (const answer of [await ask(path), await askPhone(`${phonePath}${path}`)]) {
      expect(answer.body).not.toContain(SECRET);
      expect(answer.status).toBe(404);
    }
  });

  it('costs no more than a graph for each platform, whatever else it says (row 10)', async () => {
    const { graphs } = await site.host.stats();
    for (const option of [
      'transform.z=1',
      'resolver.z=2',
      'transform.engine=jsc',
      'serializer.output=static',
      'customTransformOptions=1',
      'minify=true',
      'unstable_transformProfile=default',
      'dev=false',
      'platform=windows',
      'shallow=true',
      'inlineSourceMap=true',
      'excludeSource=true',
    ]) {
      for (const path of [
        `/projects/pine/index.bundle?${OPTIONS}&${option}`,
        `/node_modules/react/index.bundle?${OPTIONS}&${option}&modulesOnly=true`,
      ]) {
        await rawRequest(site.port, path, { method: 'HEAD', headers: { host: hostOf('pine') } });
        await rawRequest(phonePort, `${phonePath}${path}`, { method: 'HEAD' });
      }
    }
    // The phone listener has its bundles in one piece, which is a graph of its own.
    expect((await site.host.stats()).graphs).toBeLessThanOrEqual(graphs + 1);
  });

  it('begins no bundle at a file that no graph loads later', async () => {
    for (const file of [
      'projects/pine/app/index',
      'node_modules/typescript/lib/typescript',
      'node_modules/react/index',
    ]) {
      const { status, body } = await ask(`/${file}.bundle?${OPTIONS}&modulesOnly=true&runModule=false`);
      expect([file, status, body.length < 10_000]).toEqual([file, 404, true]);
    }
  });

  it('says nothing of where this machine keeps files (row 26)', async () => {
    const answers = [
      await ask(webBundlePath('pine')),
      await ask(webBundlePath('pine').replace('.bundle', '.map')),
      await askPhone(phonePath + phoneBundlePath('pine', 'web')),
      await askPhone(phonePath + phoneBundlePath('pine', 'web').replace('.bundle', '.map')),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(foldersIn(body)).toEqual([]);
    }
  });

  it('says nothing of it in errors either, in an answer, a socket or a report (row 26)', async () => {
    const hot = await HotSocket.open(site.port, 'pine');
    const reported: unknown[] = [];
    const off = site.host.onEvent((event) => reported.push(event));
    for (const content of [
      "import '../lib/nowhere';\n",
      'export default function (',
      "import '../../quartz/lib/samples';\n",
      "import './+html';\nrequire('fs');\n",
    ]) {
      await site.writeUnchecked('pine', { path: 'app/index.tsx', content });
      const { status, body } = await ask(webBundlePath('pine'));
      expect([status, foldersIn(body)]).toEqual([500, []]);
      expect(body).not.toContain(SECRET);
    }
    expect(await hot.next('error', () => true)).toBe(true);
    expect(foldersIn(hot.messages.join('\n'))).toEqual([]);
    expect(foldersIn(JSON.stringify(reported))).toEqual([]);
    off();
    await hot.close();
    await site.writeUnchecked('pine', { path: 'app/index.tsx', content: screen(OWN) });
  });
});

/** Where this machine's folders are named in a text. */
function foldersIn(text: string): readonly string[] {
  return site.folders.flatMap((folder) => {
    const at = text.indexOf(folder);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + folder.length + 60)];
  });
}

describe('live updates', () => {
  const entry = (path: string): string => `http://pine.localhost${path}`;
  const own = webBundlePath('pine');

  it.each([
    ['row 3, by the path', entry(own.replace('/pine/', '/pine/..%2fquartz/'))],
    ['row 3, by the entry', entry(`${own}&bundleEntry=/projects/quartz/index.bundle`)],
    ['by the name itself', entry(webBundlePath('quartz'))],
    ['by the host', `http://quartz.localhost${webBundlePath('quartz')}`],
    ['by a dotted path', entry(own.replace('/pine/', '/pine/%2e%2e/quartz/'))],
    ['by a backslash', entry(own.replace('/pine/', '/pine\\..\\quartz/'))],
    ['by no URL', own.replace('pine', 'quartz')],
    [
      'in JavaScriptCore’s way',
      entry(own.replace('.bundle?', '.bundle//&bundleEntry=%2Fprojects%2Fquartz%2Findex.bundle&')),
    ],
  ])('of another project never come: %s', async (_, entryPoint) => {
    const spy = await socketOf('pine', [entryPoint]);
    const mixed = await socketOf('pine', [entry(own), entryPoint]);
    const phone = await phoneSocket([entryPoint.replace('/projects', `${phonePath}/projects`)]);
    const theirs = await HotSocket.open(site.port, 'quartz');
    const words = `${SECRET} ${Math.random()}`;
    await site.write('quartz', [{ path: 'app/index.tsx', content: screen(words) }]);
    expect(await theirs.next('update', (text) => text.includes(words))).toBe(true);
    for (const { socket, messages } of [spy, mixed, phone]) {
      expect(messages.join('\n')).not.toContain(SECRET);
      socket.terminate();
    }
    await theirs.close();
  });

  it('are asked for by no other message, and nobody hears who else is here (row 6)', async () => {
    const { socket, messages } = await socketOf('pine', undefined, '/message');
    const { socket: other, messages: heard } = await socketOf('quartz', undefined, '/message');
    for (const message of [
      { version: 2, id: '1', method: 'getpeers', target: 'server' },
      { version: 2, id: '1', method: 'getid', target: 'server' },
      { version: 2, method: 'reload' },
      { version: 2, method: 'devMenu' },
    ]) {
      socket.send(JSON.stringify(message));
    }
    // An answer would have come before that of a question that is asked later.
    socket.ping();
    await once(socket, 'pong');
    expect([...messages, ...heard]).toEqual([]);
    socket.terminate();
    other.terminate();
  });
});

async function socketOf(label: string, entryPoints: readonly string[] | undefined, path = '/hot') {
  const socket = new WebSocket(`ws://127.0.0.1:${site.port}${path}`, {
    headers: { host: hostOf(label) },
    origin: `http://${hostOf(label)}`,
  });
  return opened(socket, entryPoints);
}

async function phoneSocket(entryPoints: readonly string[]) {
  return opened(new WebSocket(`ws://127.0.0.1:${phonePort}/hot`), entryPoints);
}

async function opened(socket: WebSocket, entryPoints: readonly string[] | undefined) {
  const messages: string[] = [];
  socket.on('message', (data: Buffer) => messages.push(data.toString()));
  await once(socket, 'open');
  if (entryPoints) socket.send(JSON.stringify({ type: 'register-entrypoints', entryPoints }));
  return { socket, messages };
}

describe('a page of another origin', () => {
  const FOREIGN = [
    'http://evil.example',
    'null',
    'http://quartz.localhost',
    'http://localhost:8000',
    'https://pine.localhost.evil.example',
    'file://',
  ];

  it('opens no socket of a preview (row 6)', async () => {
    for (const origin of FOREIGN) {
      for (const path of ['/hot', '/message']) {
        const { socket, status } = await rawUpgrade(site.port, path, { host: hostOf('pine'), origin });
        expect([origin, path, status]).toEqual([origin, path, 403]);
        socket.destroy();
      }
      const { socket, status } = await rawUpgrade(phonePort, '/hot', { host: `127.0.0.1:${phonePort}`, origin });
      expect([origin, status]).toEqual([origin, 403]);
      socket.destroy();
    }
  });

  it('gets no code, map or asset, whichever way it says who asks (row 6)', async () => {
    const paths = [
      webBundlePath('pine'),
      webBundlePath('pine').replace('.bundle', '.map'),
      '/assets/?unstable_path=./node_modules/x.ttf',
    ];
    const ways: Record<string, string>[] = [
      ...FOREIGN.map((origin) => ({ origin })),
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'script' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'script' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe', accept: 'text/html' },
    ];
    for (const path of paths) {
      for (const headers of ways) {
        const { status, body } = await ask(path, headers);
        expect([path, headers, status]).toEqual([path, headers, 403]);
        expect(body).not.toContain(OWN);
      }
    }
  });

  it('may not use what a browser would give it all the same', async () => {
    for (const path of [webBundlePath('pine'), '/', '/nothing']) {
      const { headers } = await ask(path, { accept: 'text/html' });
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('shows a preview in a frame, as the page of the service does', async () => {
    const frame = { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'iframe', accept: 'text/html' };
    expect((await ask('/', frame)).status).toBe(200);
    expect((await ask('/details/7', { ...frame, 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });

  it('finds nothing at Metro’s own port, were it to guess it', async () => {
    const { port } = site.metro();
    for (const path of [webBundlePath('pine'), '/status', '/', '/symbolicate']) {
      expect((await rawRequest(port, path)).status).toBe(403);
    }
    const socket = new WebSocket(`ws://127.0.0.1:${port}/message`);
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toMatch(/socket hang up|ECONNRESET/);
  });
});

describe('sockets', () => {
  it('of labels that no project has are refused, so that nobody’s previews are used up (row 6)', async () => {
    for (let n = 0; n < 260; n += 1) {
      const { socket, status } = await rawUpgrade(site.port, '/hot', { host: hostOf(`nobody-${n}`) });
      expect(status).toBe(404);
      socket.destroy();
    }
    expect((await ask('/', { accept: 'text/html' })).status).toBe(200);
  });

  it('that prove nothing are few for each address, hold little, and are closed soon (row 9)', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 400 }, () => rawUpgrade(phonePort, '/hot', { host: `127.0.0.1:${phonePort}` })),
    );
    const admitted = sockets.filter(({ status }) => status === 101);
    expect(sockets.filter(({ status }) => status === 429)).toHaveLength(sockets.length - admitted.length);
    // On a slow machine the first are closed before the last have asked.
    expect(admitted.length).toBeLessThan(200);
    const [big, small] = [admitted.slice(0, 10), admitted.slice(10)];
    const ends = admitted.map(({ socket }) => once(socket, 'close'));
    for (const { socket } of big) socket.write(unfinishedMessage(1024 * 1024, 64_000));
    for (const { socket } of small) socket.write(unfinishedMessage(60_000, 100));
    for (const { socket, status } of sockets) if (status === 101) socket.resume();
    await Promise.all(ends);
    const again = await phoneSocket([`http://127.0.0.1:${phonePort}${phonePath}${phoneBundlePath('pine', 'web')}`]);
    expect(again.socket.readyState).toBe(WebSocket.OPEN);
    again.socket.terminate();
  });

  it('that log and never register, or send a message byte by byte, are closed soon as well', async () => {
    const { socket } = await opened(new WebSocket(`ws://127.0.0.1:${phonePort}/hot`), undefined);
    const logs = setInterval(() => socket.send(JSON.stringify({ type: 'log', data: ['x'] })), 50);
    const { socket: slow } = await rawUpgrade(phonePort, '/hot', { host: `127.0.0.1:${phonePort}` });
    slow.resume().write(unfinishedMessage(2_000, 1));
    const bytes = setInterval(() => slow.write(' '), 50);
    const [[code]] = (await Promise.all([once(socket, 'close'), once(slow, 'close')])) as [[number], unknown];
    clearInterval(logs);
    clearInterval(bytes);
    expect(code).toBe(1008);
  });

  it('with a message too large are closed at once', async () => {
    const { socket } = await phoneSocket([]);
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1008);
    const { socket: large } = await opened(new WebSocket(`ws://127.0.0.1:${phonePort}/hot`), undefined);
    large.on('error', () => undefined); // the other side has closed
    large.send('x'.repeat(70_000));
    const [tooBig] = (await once(large, 'close')) as [number];
    expect([1006, 1009]).toContain(tooBig);
  });
});

/** Last: pine's entry becomes a small one, so that thousands of its bundles can be built. */
describe('whatever is written', () => {
  beforeAll(async () => {
    await site.writeUnchecked('pine', {
      path: 'index.js',
      content: `export const own = '${OWN}';\nimport('./lib/samples');\n`,
    });
    await site.write('pine', [{ path: 'lib/samples.ts', content: 'export const samples = 1;\n' }]);
  });

  it('as a request, gets nothing of another project', async () => {
    const requests = fc.array(fc.tuple(writtenRequests(['web', 'windows']), fc.boolean()), {
      minLength: 60,
      maxLength: 60,
    });
    let answered = 0;
    const send = async ({ method, path, label, headers }: WrittenRequest, isPhone: boolean): Promise<void> => {
      const host = isPhone ? `127.0.0.1:${phonePort}` : label.includes('.') ? label : hostOf(label);
      const address = isPhone ? (label === 'pine' ? phonePath : `/${label}.AAAAAAAAAAAAAAAAAAAAAA`) : '';
      const origin = headers['origin'] === 'own' ? { origin: `http://${host}` } : {};
      const all = { ...headers, ...origin, host };
      const answer = await rawRequest(isPhone ? phonePort : site.port, address + path, { method, headers: all, agent });
      if (answer.body.includes(OWN)) answered += 1;
      expect([path, all, answer.body.includes(SECRET)]).toEqual([path, all, false]);
      expect([path, foldersIn(answer.body)]).toEqual([path, []]);
    };
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        await Promise.all(all.map(([request, isPhone]) => send(request, isPhone)));
      }),
      { numRuns: 70, endOnFailure: true },
    );
    expect(answered).toBeGreaterThan(0);
  }, 240_000);

  it('as messages of a socket, hears nothing of another project', async () => {
    const frames = fc.array(writtenFrames(`http://pine.localhost`, ['web']), { minLength: 3, maxLength: 3 });
    const sockets = fc.array(frames, { minLength: 20, maxLength: 20 });
    const theirs = await HotSocket.open(site.port, 'quartz');
    await fc.assert(
      fc.asyncProperty(sockets, async (all) => {
        const spies = await Promise.all(all.map(() => socketOf('pine', undefined)));
        for (const [index, { socket }] of spies.entries()) for (const text of all[index] ?? []) socket.send(text);
        const words = `${SECRET} ${Math.random()}`;
        await site.write('quartz', [{ path: 'app/index.tsx', content: screen(words) }]);
        expect(await theirs.next('update', (text) => text.includes(words))).toBe(true);
        for (const { socket, messages } of spies) {
          expect(messages.join('\n')).not.toContain(SECRET);
          socket.terminate();
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
    await theirs.close();
  }, 240_000);

  it('as an import, a worker, a prefetch or a context, takes nothing of another project into a bundle (row 4)', async () => {
    const spelled = fc.sample(spelledImports('quartz'), { numRuns: 5_000, seed: 1 });
    await site.write('pine', [{ path: 'lib/own.ts', content: `export const own = '${OWN}';\n` }]);
    const names: string[] = [];
    for (let from = 0; from < spelled.length; from += 500) {
      const name = `lib/spelled-${from}.ts`;
      const lines = spelled.slice(from, from + 500).map((text) => `  try {\n    ${text};\n  } catch {}`);
      const content = `export function run() {\n${lines.join('\n')}\n  try {\n    require('./own');\n  } catch {}\n}\n`;
      await site.writeUnchecked('pine', { path: name, content });
      names.push(name);
    }
    await site.writeUnchecked('pine', {
      path: 'index.js',
      content: names.map((name) => `import './${name}';\n`).join(''),
    });
    for (const path of [webBundlePath('pine'), phoneBundlePath('pine', 'web')]) {
      const { status, body } = await (path.includes('lazy=false') ? askPhone(phonePath + path) : ask(path));
      expect([status, status === 200 ? '' : body.slice(0, 2_000)]).toEqual([200, '']);
      expect(body).toContain(OWN);
      expect(body).not.toContain(SECRET);
      expect(reachedModules(body)).toEqual([]);
    }
  }, 240_000);

  it.each([
    ['an import', "import { samples } from '../../quartz/lib/samples';\nconsole.log(samples);"],
    ['an export', "export * from '../../quartz/lib/samples';"],
    ['a named export', "export { samples } from '../../../projects/quartz/lib/samples';"],
    ['an import for its effects', "import '../../quartz/lib/samples.ts';"],
    ['TypeScript’s own', "import samples = require('../../quartz/lib/samples');\nconsole.log(samples);"],
    ['a worker', "new Worker(new URL('../../quartz/lib/samples', location.href));"],
    ['a shared worker', "new SharedWorker(new URL('../../quartz/lib/samples', import.meta.url));"],
    ['a prefetch', "__prefetchImport('../../quartz/lib/samples');"],
    ['a context of its folder', "console.log(require.context('../../quartz/lib').keys());"],
    ['a context of all projects', "console.log(require.context('../..', true, /samples/).keys());"],
    ['a lazy context', "console.log(require.context('../../quartz', true, /.*/, 'lazy').keys());"],
    ['a context through its own folder', "console.log(require.context('./../lib/../../quartz/lib').keys());"],
    ['an absolute path', "import '{projects}/quartz/lib/samples';"],
    ['a path from the kit', "import 'expo/../../projects/quartz/lib/samples';"],
    ['one that is not there', "import '../../quartz/lib/not-there';"],
  ])('%s of another project does not compile, and does not say whether it is there (row 4)', async (_, statement) => {
    const content = `${statement.replace('{projects}', site.projectsDir)}\n`;
    await site.writeUnchecked('pine', { path: 'lib/reaching.ts', content });
    await site.writeUnchecked('pine', { path: 'index.js', content: "import './lib/reaching';\n" });
    for (const { status, body } of [
      await ask(webBundlePath('pine')),
      await askPhone(phonePath + phoneBundlePath('pine', 'web')),
    ]) {
      expect(status).toBe(500);
      expect(body).not.toContain(SECRET);
      expect(body).not.toMatch(/None of these files exist|Unable to resolve/);
    }
  });
});

/** How a bundle names modules of another project: one that it holds, and one that it would load later. */
function reachedModules(bundle: string): readonly string[] {
  return bundle.match(/\],"projects\/quartz\/[^"]*"|"\/projects\/quartz\/[^"]*\.bundle\?/g) ?? [];
}
