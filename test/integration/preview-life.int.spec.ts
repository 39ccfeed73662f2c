import { afterEach, describe, expect, it } from '@jest/globals';

import { webBundlePath } from '../../src/effects/preview-host/requests/metro-path.js';
import { httpGet, type HttpAnswer } from '../../src/effects/preview-host/http-get.js';
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
    'go on in a new process when the old one has grown too large',
    async () => {
      site = await startPreviewSite({ maxRssBytes: 1, sweepMs: NEVER_MS });
      await open('large');
      const pid = site.host.processId;
      await site.host.sweep();
      await site.host.check('large', ['app/index.tsx'], signal);
      expect(site.host.processId).not.toBe(pid);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});
