import { type ClientRequest, request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';

import { LIVE_LIMITS } from '../../src/effects/preview-host/live-previews.js';
import { webBundlePath } from '../../src/effects/preview-host/requests/metro-path.js';
import { httpGet, type HttpAnswer } from '../../src/effects/preview-host/http-get.js';
import { pastOfLabel } from '../../src/effects/workspace/workspace.port.js';
import { HotSocket } from '../support/hot-socket.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { appFiles, startPreviewSite, type PreviewSite } from '../support/preview-site.js';

/** Each test sweeps when it means to. */
const NEVER_MS = 24 * 3_600_000;
/** The warm-up's graph stays: it keeps the kit's transform results. */
const WARM_UP_GRAPHS = 1;

describe('the life of previews', () => {
  let site: PreviewSite;
  const signal = AbortSignal.timeout(FIRST_PREVIEW_TIMEOUT_MS);
  const get = (label: string, path: string): Promise<HttpAnswer> =>
    httpGet(site.port, path, { host: `${label}.localhost:${site.port}`, accept: 'text/html', signal });
  const open = async (id: string): Promise<void> => {
    await site.write(id, appFiles(`Words of ${id}`));
    await site.host.open(id);
    await site.host.check(id, ['app/index.tsx'], signal);
  };

  afterEach(() => site.stop());

  it(
    'are suspended when nobody looks, wake with the next request, and are refused clearly past their limit',
    async () => {
      site = await startPreviewSite({ limits: { maxLive: 1, idleMs: 0 }, sweepMs: NEVER_MS });
      await open('sleeper');
      const page = await HotSocket.open(site.port, 'sleeper');
      await site.host.sweep();
      expect(await site.host.stats('sleeper')).toMatchObject({ graphs: 1 });
      await site.write('other', appFiles('Other'));
      await site.host.open('other');
      const full = await get('other', '/');
      expect([full.status, full.body.toString()]).toEqual([503, expect.stringContaining('Too many previews are open')]);

      site.host.proxy.standInWith((label, _request, response) => {
        response.end(`The exported site of ${label}`);
        return Promise.resolve(true);
      });
      expect((await get('other', '/')).body.toString()).toBe('The exported site of other');

      await page.close();
      await site.host.sweep();
      expect(await site.host.stats('sleeper')).toMatchObject({ graphs: 0 });
      expect((await get('sleeper', webBundlePath('sleeper'))).body.toString()).toContain('Words of sleeper');
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it(
    'hold no more than a bounded number of projects, however many are made one after the other',
    async () => {
      site = await startPreviewSite({ limits: { maxLive: 3 }, sweepMs: NEVER_MS });
      for (let n = 0; n < 12; n += 1) {
        await open(`made-${n}`);
        await site.host.sweep();
        expect((await site.host.stats()).graphs).toBeLessThanOrEqual(3 + WARM_UP_GRAPHS);
      }
      await site.host.check('made-0', ['app/index.tsx'], signal);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it(
    'of the past are few, however fast a slider is pulled over them, and compile only what their project has not',
    async () => {
      site = await startPreviewSite({ sweepMs: NEVER_MS });
      await open('demo');
      const brought: number[] = [];
      const slider = Promise.withResolvers<void>();
      site.host.proxy.onMissing(async (label, hasFolder) => {
        const seq = pastOfLabel(label)?.seq ?? 0;
        if (hasFolder || seq === 0) return hasFolder;
        brought.push(seq);
        await slider.promise;
        await site.write(`demo@${seq}`, appFiles(`Words of moment ${seq}`));
        await site.host.open(`demo@${seq}`);
        return true;
      });
      const abandoned: ClientRequest[] = [];
      for (let seq = 1; seq <= 50; seq += 1) {
        abandoned.push(beginning(`demo--at-${seq}`));
        while (brought.length < Math.min(seq, 2)) await get('demo', '/'); // requests that begin at once arrive in any order
      }
      const last = get('demo--at-51', '/');
      for (const request of abandoned) request.destroy();
      for (let n = 0; n < 10; n += 1) await get('demo', '/'); // by then the service has heard that they are gone
      slider.resolve();
      expect((await last).status).toBe(200);
      expect(brought).toEqual([1, 2, 51]);

      for (const seq of [51, 52, 53, 54, 55, 56]) {
        const [label, text] = [`demo--at-${seq}`, `Words of moment ${seq}`];
        await get(label, '/');
        const bundle = (await get(label, webBundlePath(label))).body.toString();
        expect(bundle).toContain(text);
        expect(bundle).not.toContain('Words of demo');
        expect(bundle).toContain('projects/demo/app/_layout.tsx');
      }
      await site.host.sweep();
      expect((await site.host.stats('demo--at-51')).graphs).toBe(0);
      expect((await site.host.stats()).graphs).toBe(LIVE_LIMITS.maxPast + 1 + WARM_UP_GRAPHS);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  /** A page that is asked for, by a client that may go away. */
  function beginning(label: string): ClientRequest {
    const { port } = site;
    const headers = { host: `${label}.localhost:${port}`, accept: 'text/html' };
    const asking = request({ host: '127.0.0.1', port, path: '/', headers }, (response) => response.resume());
    asking.on('error', () => undefined).end(); // it is cut off on purpose
    return asking;
  }
});
