import type { Browser, Page } from 'playwright-core';

import { webBundlePath } from '../../src/effects/preview-host/requests/metro-path.js';
import { httpGet } from '../../src/effects/preview-host/http-get.js';
import { launchChromium } from '../support/launch-chromium.js';
import { appFiles, type PreviewSite, screen, startPreviewSite } from '../support/preview-site.js';
import { type Figure, medianAndP95 } from './figures.js';
import { visibleAt } from './visible.js';

const EDITS = 40;
const BUNDLES = 20;
const BOOTS = 20;

/** The preview host by itself, with a kept cache: its boot, a new project's first bundle, and edits in an open page. */
export async function benchEdits(): Promise<readonly Figure[]> {
  const browser = await launchChromium();
  const boots: Boot[] = [];
  for (let n = 0; n < BOOTS; n++) boots.push(await bootMs(browser));
  const site = await startPreviewSite();
  try {
    await site.host.ready();
    await site.write('edited', appFiles('edit number none'));
    const page = await browser.newPage();
    await page.goto((await site.host.open('edited')).web);
    await visibleAt(page, 'edit number none');
    const editsMs: number[] = [];
    for (let n = 0; n < EDITS; n++) editsMs.push(await editMs(site, page, 'edited', `edit number ${n}.`));
    const bundlesMs: number[] = [];
    for (let n = 0; n < BUNDLES; n++) bundlesMs.push(await bundleMs(site, `bundle-${n}`));
    return [
      {
        what: 'start of the preview host → first preview, kept cache',
        value: medianAndP95(boots.map(({ previewMs }) => previewMs)),
      },
      { what: 'new project: written → its first bundle', value: medianAndP95(bundlesMs) },
      { what: 'live edit → visible', value: medianAndP95(editsMs) },
      { what: 'the first edit after boot → visible', value: medianAndP95(boots.map(({ editMs }) => editMs)) },
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** From the write to the frame that shows it. */
export async function editMs(site: PreviewSite, page: Page, id: string, text: string): Promise<number> {
  const seen = visibleAt(page, text);
  const began = Date.now();
  await site.write(id, [{ path: 'app/index.tsx', content: screen(text) }]);
  return (await seen) - began;
}

interface Boot {
  readonly previewMs: number;
  readonly editMs: number;
}

/** A start of the preview host until its first preview, and the first edit in a page that shows it. */
async function bootMs(browser: Browser): Promise<Boot> {
  const began = performance.now();
  const site = await startPreviewSite();
  await site.write('first', appFiles('First'));
  const { web } = await site.host.open('first');
  await site.host.check('first', ['app/index.tsx'], AbortSignal.timeout(60_000));
  const previewMs = performance.now() - began;
  const page = await browser.newPage();
  await page.goto(web);
  await visibleAt(page, 'First');
  const boot = { previewMs, editMs: await editMs(site, page, 'first', 'edited at once') };
  await page.close();
  await site.stop();
  return boot;
}

async function bundleMs(site: PreviewSite, id: string): Promise<number> {
  const began = performance.now();
  await site.write(id, appFiles(id));
  await site.host.open(id);
  const host = `${id}.localhost:${site.port}`;
  const { status } = await httpGet(site.port, webBundlePath(id), { host, signal: AbortSignal.timeout(30_000) });
  if (status !== 200) throw new Error(`The bundle of ${id} answered ${status}.`);
  return performance.now() - began;
}
