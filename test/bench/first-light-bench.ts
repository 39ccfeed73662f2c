import type { BrowserContext } from 'playwright-core';

import { planApp } from '../../src/blueprint/plan-app.js';
import { createService, type Service } from '../../src/create-service.js';
import { ProjectViewer } from '../support/follow-project.js';
import { testKit } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type Figure, medianAndP95 } from './figures.js';
import { visibleAt } from './visible.js';

const RUNS = 20;
const SUBJECTS = ['fitness', 'recipe', 'habit', 'budget', 'plant', 'travel', 'music', 'pet', 'book', 'garden'];

/** From `start` on an open socket to words of the prompt in a page of Chromium that is open already. */
export async function benchOpenPage(dataDir: string): Promise<readonly Figure[]> {
  return [{ what: 'start → the app visible in a page already open', value: await measured(dataDir, inOpenPage) }];
}

/** The same in a tab that is opened the moment the service says that the preview answers. */
export async function benchNewTab(dataDir: string): Promise<readonly Figure[]> {
  return [{ what: 'start → the app visible in a new tab', value: await measured(dataDir, inNewTab) }];
}

/** Blueprint runs through the whole service: each of another project, after one that is not counted. */
async function measured(
  dataDir: string,
  run: (service: Service, window: BrowserContext, id: string) => Promise<number>,
): Promise<string> {
  const kit = await testKit();
  const service = await createService({ PORT: '0', DATA_DIR: dataDir, KIT_DIR: kit, PHONE_PREVIEW: 'off' });
  const browser = await launchChromium();
  try {
    // A person's browser is open already, and so is a tab of it.
    const window = await browser.newContext();
    await window.newPage();
    await run(service, window, 'uncounted');
    const samplesMs: number[] = [];
    for (let n = 0; n < RUNS; n++) samplesMs.push(await run(service, window, `light-${n}`));
    return medianAndP95(samplesMs);
  } finally {
    await browser.close();
    await service.close();
  }
}

async function inOpenPage(service: Service, window: BrowserContext, id: string): Promise<number> {
  const viewer = await ProjectViewer.open(service.url, id);
  const { data } = await viewer.until(({ type, data: { state } }) => type === 'preview' && state === 'warm');
  const page = await window.newPage();
  await page.goto(String(data['preview_url']));
  await visibleAt(page, 'Your app appears here');
  const seen = visibleAt(page, nameOf(id));
  const began = Date.now();
  viewer.start(promptOf(id));
  const ms = (await seen) - began;
  await viewer.end();
  await Promise.all([page.close(), viewer.close()]);
  return ms;
}

async function inNewTab(service: Service, window: BrowserContext, id: string): Promise<number> {
  const viewer = await ProjectViewer.open(service.url, id);
  await viewer.until(({ type, data: { state } }) => type === 'preview' && state === 'warm');
  const began = Date.now();
  viewer.start(promptOf(id));
  const { data } = await viewer.until(({ seq, data: { preview_url } }) => seq !== undefined && Boolean(preview_url));
  const page = await window.newPage();
  await page.goto(String(data['preview_url']), { waitUntil: 'commit' });
  const ms = (await visibleAt(page, nameOf(id))) - began;
  await viewer.end();
  await Promise.all([page.close(), viewer.close()]);
  return ms;
}

/** Another app each time, so that no transform result can have been kept. */
function promptOf(id: string): string {
  const [, kind = '', n = '0'] = /^([a-z]+)-?(\d*)$/.exec(id) ?? [];
  return `Create a ${SUBJECTS[Number(n) % SUBJECTS.length] ?? ''} app called "${kind} ${n}light" with notes and goals`;
}

function nameOf(id: string): string {
  return planApp({ prompt: promptOf(id) }).name;
}
