import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { webBundlePath } from '../../src/effects/preview-host/requests/metro-path.js';
import { httpGet } from '../../src/effects/preview-host/http-get.js';
import { Skeletons, type Warmth } from '../../src/stages/skeletons.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { screen, startPreviewSite, type PreviewSite } from '../support/preview-site.js';

describe('the skeleton of a project that nobody has started', () => {
  let site: PreviewSite;
  let skeletons: Skeletons;
  const get = async (id: string, path: string): Promise<{ status: number; text: string }> => {
    const options = { host: `${id}.localhost:${site.port}`, accept: 'text/html', signal: AbortSignal.timeout(30_000) };
    const { status, body } = await httpGet(site.port, path, options);
    return { status, text: body.toString() };
  };
  const warm = async (id: string): Promise<readonly string[]> => {
    const told: Warmth[] = [];
    await skeletons.warm(id, (warmth) => told.push(warmth));
    return told.map(({ state, preview_url }) => `${state} ${preview_url}`);
  };

  beforeAll(async () => {
    site = await startPreviewSite();
    skeletons = new Skeletons(site.workspace, site.host, 2);
    await site.host.ready();
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(() => site.stop());

  it('is there when it is said to be warm, and gone when its last viewer has left', async () => {
    const url = `http://looked-at.localhost:${site.port}`;
    expect(await warm('looked-at')).toEqual([`warming ${url}`, `warm ${url}`]);
    expect((await get('looked-at', webBundlePath('looked-at'))).text).toContain('Your app appears here');
    await skeletons.release('looked-at');
    expect(await get('looked-at', '/')).toMatchObject({ status: 404 });
    expect(await warm('looked-at')).toHaveLength(2);
    await skeletons.release('looked-at');
  });

  it('is built once, however many look at it (row 25)', async () => {
    const built: string[] = [];
    const off = site.host.onEvent((event) => event.type === 'built' && built.push(event.label));
    const all = await Promise.all(Array.from({ length: 30 }, () => warm('watched')));
    all.push(await warm('watched'));
    expect(all.filter((told) => told.length === 2)).toHaveLength(31);
    // Its answer comes after what was told before.
    await site.host.settled('watched');
    expect(built).toEqual(['watched']);
    off();
    await skeletons.release('watched');
  });

  it('is built anew for who comes after its preview was closed', async () => {
    await warm('left');
    await site.host.close('left');
    expect(await site.host.stats('left')).toMatchObject({ graphs: 0 });
    await warm('left');
    expect(await site.host.stats('left')).toMatchObject({ graphs: 1 });
    await skeletons.release('left');
  });

  it('belongs to the run that claims it: no viewer takes it away, and none brings it back', async () => {
    await warm('started');
    await skeletons.claim('started');
    await site.write('started', [{ path: 'app/(tabs)/index.tsx', content: screen('The app itself') }]);
    await skeletons.release('started');
    expect(await warm('started')).toEqual([]);
    expect((await get('started', webBundlePath('started'))).text).toContain('The app itself');
  });

  it('never overwrites what is there', async () => {
    await site.write('written', [{ path: 'app/(tabs)/index.tsx', content: screen('Written before') }]);
    await warm('written');
    expect((await get('written', webBundlePath('written'))).text).toContain('Written before');
    await skeletons.release('written');
  });

  it('is not made for more than a bounded number of projects', async () => {
    expect(await warm('one')).toHaveLength(2);
    expect(await warm('two')).toHaveLength(2);
    expect(await warm('three')).toEqual([]);
    await skeletons.release('one');
    expect(await warm('three')).toHaveLength(2);
  });
});
