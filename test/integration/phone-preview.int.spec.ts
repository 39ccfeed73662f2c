import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { WebSocket } from 'ws';
import { httpGet, type HttpAnswer } from '../../src/effects/preview-host/http-get.js';
import { METRO_KEY_HEADER } from '../../src/effects/preview-host/metro-address.js';
import { Activity } from '../../src/effects/preview-host/later/activity.js';
import { LaterWarmUp } from '../../src/effects/preview-host/later/later-warm-up.js';
import type { PreparationStep } from '../../src/effects/kit/kit.port.js';
import { previewPaths } from '../../src/effects/preview-host/preview-paths.js';
import { KeptTunnel } from '../../src/effects/tunnel/kept-tunnel.js';
import { describeWithChromium } from '../support/chromium.js';
import { launchChromium } from '../support/launch-chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';
import { appFiles, type PreviewSite, screen, startPreviewSite } from '../support/preview-site.js';

const WALK_LAYOUT = `import { Link, Slot } from 'expo-router';
export default function Layout() {
  return (
    <>
      <Link href="/details/7">Details</Link>
      <Slot />
    </>
  );
}
`;
const TUNNEL_HOST = 'previews.example.ngrok.app';

interface Manifest {
  readonly launchAsset: { readonly url: string };
  readonly extra: { readonly scopeKey: string; readonly expoClient: { readonly name: string } };
}

let site: PreviewSite;
/** Has the PHONE_PORT that the site is told to take. */
const taken = createServer();
let takenPort: number;
/** Of the project `phone`: host and port, and the path that proves its address. */
let port: number;
let path: string;

const signal = AbortSignal.timeout(2 * FIRST_PREVIEW_TIMEOUT_MS);

/** Stands for ngrok's cloud, which cannot be reached from a test: the tunnel is open, its far end leads here. */
const tunnel = new KeptTunnel((localPort) =>
  Promise.resolve({ url: `http://127.0.0.1:${localPort}`, close: () => Promise.resolve() }),
);

beforeAll(async () => {
  taken.listen(0, '0.0.0.0');
  await once(taken, 'listening');
  takenPort = (taken.address() as AddressInfo).port;
  site = await startPreviewSite({ phone: { isOnLan: true, port: takenPort, lanHost: '127.0.0.1', tunnel } });
  await site.host.ready();
  await site.write('phone', appFiles('Words for the phone'));
  await site.write('other', appFiles('Words of another'));
  await site.host.open('other');
  const { lan } = await site.host.open('phone');
  const url = new URL(lan ?? '');
  [port, path] = [Number(url.port), url.pathname];
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  taken.close();
  await site.stop();
});

const get = (url: string, accept = '*/*', host?: string): Promise<HttpAnswer> =>
  httpGet(port, url, { accept, signal, ...(host !== undefined && { host }) });

/** As Expo Go asks (through fetch, whose headers are free). */
async function manifestOf(platform: string, headers: Record<string, string> = {}): Promise<Manifest> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: {
      'expo-platform': platform,
      accept: 'application/expo+json,application/json',
      'expo-protocol-version': '1',
      'user-agent': 'Exponent/54.0.0',
      ...headers,
    },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('application/expo+json');
  return (await answer.json()) as Manifest;
}

describe('what the first app does not need', () => {
  it(
    'is prepared once, in the background, by a process that ends while previews are used and leaves nothing but its results',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'firstlight-'));
      const { cacheDir, ...rest } = previewPaths(dataDir, await testKit());
      // Another cache for the mark that it was done, but the same results: transforming takes a while.
      const paths = { ...rest, cacheDir: join(dataDir, 'cache') };
      await mkdir(paths.cacheDir);
      await symlink(join(cacheDir, 'tmp'), join(paths.cacheDir, 'tmp'), 'junction');
      const steps: string[] = [];
      const prepare = async (): Promise<void> => {
        const activity = new Activity();
        const onStep = ({ message }: PreparationStep): void => {
          steps.push(message);
          if (steps.length === 1) setImmediate(() => activity.note());
        };
        const warmUp = new LaterWarmUp(paths, ['web'], activity, onStep, {
          quietMs: 0,
          priority: constants.priority.PRIORITY_NORMAL,
        });
        warmUp.begin();
        await warmUp.done();
      };
      await prepare();
      const begun = expect.stringContaining('in the background');
      expect(steps).toEqual([begun, begun, 'Prepared: further packages.']);
      expect(await readdir(dataDir)).toEqual(['cache']);
      await prepare();
      expect(steps).toHaveLength(3);
      await rm(dataDir, { recursive: true });
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});

describe('the addresses of a preview', () => {
  it('lead phones, browsers of the network and everyone else to the same project', async () => {
    const urls = await site.host.open('phone');
    expect(urls).toEqual({
      web: `http://phone.localhost:${site.port}`,
      phone: `exp://127.0.0.1:${port}${path}`,
      lan: `http://127.0.0.1:${port}${path}`,
      public: `https://127.0.0.1:${port}${path}`,
    });
  });

  it('are at a free port where PHONE_PORT is taken', async () => {
    expect(port).not.toBe(takenPort);
    expect((await get(path, 'text/html')).status).toBe(200);
  });

  it('cannot be guessed', async () => {
    for (const guess of ['/phone', '/phone.AAAAAAAAAAAAAAAAAAAAAA', path.replace('phone', 'other'), '/']) {
      const { status, body } = await get(guess, 'text/html');
      expect([status, body.toString().includes('No preview here')]).toEqual([404, true]);
    }
  });
});

describe('a phone', () => {
  it.each(['ios', 'android'])(
    'gets a manifest and the whole app for %s',
    async (platform) => {
      const { launchAsset, extra } = await manifestOf(platform);
      expect(extra).toMatchObject({ scopeKey: '@anonymous/phone', expoClient: { name: 'phone' } });
      expect(launchAsset.url).toContain(
        `http://127.0.0.1:${port}${path}/projects/phone/index.bundle?platform=${platform}`,
      );
      const bundle = await fetch(launchAsset.url, {
        headers: { accept: 'multipart/mixed', 'accept-encoding': 'gzip' },
      });
      const code = await bundle.text();
      expect(bundle.status).toBe(200);
      expect(bundle.headers.get('content-type')).toContain('javascript');
      expect(code).toContain('Words for the phone');
      expect(code).not.toContain('Words of another');
      // Elements are pointed at in the studio alone.
      expect(code).not.toContain('firstlightPlaces');
      expect(site.folders.filter((folder) => code.includes(folder))).toEqual([]);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it('is sent to the very bundle that Expo’s own manifest names', async () => {
    const headers = {
      [METRO_KEY_HEADER]: site.metro().key,
      accept: 'application/expo+json',
      'expo-platform': 'android',
    };
    const expos = (await (await fetch(`http://127.0.0.1:${site.metro().port}`, { headers })).json()) as Manifest;
    const options = (url: string): object => Object.fromEntries(new URL(url).searchParams);
    const { launchAsset } = await manifestOf('android');
    expect(options(launchAsset.url)).toEqual({ ...options(expos.launchAsset.url), lazy: 'false' });
  });

  it(
    'loads the icons’ font from below its own address',
    async () => {
      const { launchAsset } = await manifestOf('ios');
      const code = await (await fetch(launchAsset.url)).text();
      const [, location = ''] = /"httpServerLocation":\s*"([^"]*Fonts[^"]*)"/.exec(code) ?? [];
      expect(location.startsWith(`${path}/assets/`)).toBe(true);
      const font = await get(`${location}/Ionicons.ttf?platform=ios`);
      expect([font.status, font.contentType]).toEqual([200, 'font/ttf']);
      expect((await get(`${location.slice(path.length)}/Ionicons.ttf`)).status).toBe(404);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it('that comes through the tunnel is sent back through it', async () => {
    const answer = await httpGet(port, `${path}/?platform=android`, { host: TUNNEL_HOST, signal });
    expect(JSON.parse(answer.body.toString())).toMatchObject({
      launchAsset: { url: expect.stringContaining(`http://${TUNNEL_HOST}${path}/projects/phone/`) as unknown },
    });
  });

  it('is told on Android that there is a packager', async () => {
    expect((await get('/status')).body.toString()).toBe('packager-status:running');
  });
});

describe('other devices', () => {
  it.each([
    ['the API', '/api/v1/projects'],
    ['the page', '/docs'],
    ['a project without its proof', '/projects/phone/index.bundle?platform=web'],
    ['another project’s bundle', '{own}/projects/other/index.bundle?platform=web'],
    ['a file of this machine', '{own}/assets/?unstable_path=../../../../etc/hostname'],
    ['the key of the addresses', '{own}/assets/?unstable_path=./phone-key'],
    ['Metro’s other doors', '{own}/symbolicate'],
  ])('cannot reach %s', async (_, url) => {
    expect((await get(url.replace('{own}', path))).status).toBe(404);
  });

  it('cannot open another socket than that of hot updates', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/message`);
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('404');
  });
});

/** A socket of hot updates that registers these bundles. */
async function hotSocket(...bundles: readonly string[]) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/hot`);
  const messages: string[] = [];
  socket.on('message', (data: Buffer) => messages.push(data.toString()));
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'log', level: 'log', data: ['apps log before they register'] }));
  socket.send(JSON.stringify({ type: 'register-entrypoints', entryPoints: bundles }));
  const until = async (text: string): Promise<string> => {
    for (;;) {
      const found = messages.find((message) => message.includes(text));
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { socket, closed, until };
}

describe('hot updates on a phone', () => {
  it(
    'come for its own project, with assets below its own address',
    async () => {
      const { launchAsset } = await manifestOf('ios');
      await fetch(launchAsset.url).then((answer) => answer.text());
      const hot = await hotSocket(launchAsset.url);
      await hot.until('bundle-registered');
      await site.write('phone', [{ path: 'app/index.tsx', content: screen('Words after an edit') }]);
      expect(await hot.until('Words after an edit')).toContain('"type":"update"');
      hot.socket.terminate();
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it('come for no other project, and for none without its address', async () => {
    const own = `http://127.0.0.1:${port}${path}/projects/phone/index.bundle?platform=ios`;
    for (const bundles of [
      [own.replace(path, '')],
      [own.replace('/projects/phone', '/projects/other')],
      [own, own.replace(path, '/other.AAAAAAAAAAAAAAAAAAAAAA')],
      [],
    ]) {
      expect(await (await hotSocket(...bundles)).closed).toBe(1008);
    }
  });
});

describeWithChromium('a browser of the same network', () => {
  it(
    'shows the app, its routes and its edits, also after a reload',
    async () => {
      await site.write('walk', [...appFiles('Words of the walk'), { path: 'app/_layout.tsx', content: WALK_LAYOUT }]);
      const { lan = '' } = await site.host.open('walk');
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on('pageerror', (error) => complaints.push(error.message));
        // A page that finds itself behind loads itself anew, also in the midst of our reload.
        const isGivenUp = (request: Request): boolean =>
          request.isNavigationRequest() && request.failure()?.errorText === 'net::ERR_ABORTED';
        page.on('requestfailed', (request) => !isGivenUp(request) && complaints.push(request.url()));
        await page.goto(lan);
        await page.getByText('Words of the walk').waitFor();
        await page.getByRole('link', { name: 'Details' }).click();
        await page.getByText('Words of the walk details').waitFor();
        await page.reload();
        await page.getByText('Words of the walk details').waitFor();
        await site.write('walk', [{ path: 'app/details/[id].tsx', content: screen('Words after an edit') }]);
        await page.getByText('Words after an edit').waitFor();
        expect(new URL(page.url()).pathname).toBe('/details/7');
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});

/** In the words of a page: what it finds of what pages of this origin have stored, and what it leaves. */
const STORED = `(async () => {
  const asked = indexedDB.open('kept');
  const database = await new Promise((resolve) => {
    asked.onupgradeneeded = () => asked.result.createObjectStore(document.title + Math.random());
    asked.onsuccess = () => resolve(asked.result);
  });
  const found = [localStorage.getItem('kept'), localStorage.length, localStorage.kept, sessionStorage.getItem('kept'), document.cookie];
  const before = [...found, database.version, (await indexedDB.databases()).length];
  database.close();
  localStorage.setItem('kept', 'by one');
  sessionStorage.setItem('kept', 'by one');
  document.cookie = 'kept=1';
  return before;
})()`;
const NOTHING = [null, 0, undefined, null, '', 1, 1];

describeWithChromium('what an app stores in a browser of the network (row 5)', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
    for (const id of ['keeper', 'reader']) await site.write(id, appFiles(`Words of the ${id}`));
  });

  afterAll(() => browser.close());

  const open = async (context: BrowserContext, id: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto((await site.host.open(id)).lan ?? '');
    await page.getByText(`Words of the ${id}`).first().waitFor();
    return page;
  };

  it('is at an origin of its own, which stays its own', async () => {
    const context = await browser.newContext();
    const keeper = await open(context, 'keeper');
    expect(await keeper.evaluate(STORED)).toEqual(NOTHING);
    const reader = await open(context, 'reader');
    expect(await reader.evaluate(STORED)).toEqual(NOTHING);
    expect(new Set([keeper, reader].map((page) => new URL(page.url()).port)).size).toBe(2);
    await keeper.reload();
    await keeper.getByText('Words of the keeper').first().waitFor();
    expect(await keeper.evaluate(`localStorage.getItem('kept')`)).toBe('by one');
    const elsewhere = keeper.url().replace(/\/$/, '') + new URL((await site.host.open('reader')).lan ?? '').pathname;
    expect((await fetch(elsewhere)).status).toBe(404);
    await context.close();
  });

  it.each([
    ['through a tunnel, which has one origin', { extraHTTPHeaders: { 'x-forwarded-proto': 'https' } }, false],
    ['behind a firewall that lets one port through', {}, true],
  ])('is kept apart %s', async (_, options, isFirewalled) => {
    const context = await browser.newContext(options);
    if (isFirewalled)
      await context.route(
        ({ port: to }) => to !== String(port),
        (route) => route.abort(),
      );
    const keeper = await open(context, 'keeper');
    expect(await keeper.evaluate(STORED)).toEqual(NOTHING);
    const reader = await open(context, 'reader');
    expect(await reader.evaluate(STORED)).toEqual(NOTHING);
    expect(await reader.evaluate(`(localStorage.clear(), localStorage.x = 1, Object.keys(localStorage))`)).toEqual([
      'x',
    ]);
    expect(await keeper.evaluate(`localStorage.kept`)).toBe('by one');
    expect([keeper, reader].map((page) => new URL(page.url()).port)).toEqual([String(port), String(port)]);
    await context.close();
  });
});
