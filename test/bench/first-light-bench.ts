import type { Browser } from 'playwright-core';

import { planApp } from '../../src/blueprint/plan-app.js';
import { createService, type Service } from '../../src/create-service.js';
import { ProjectViewer } from '../support/follow-project.js';
import { testKit } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type Figure, medianAndP95 } from './figures.js';
import { visibleAt } from './visible.js';

const RUNS = 20;
const SUBJECTS = ['fitness', 'recipe', 'habit', 'budget', 'plant', 'travel', 'music', 'pet', 'book', 'garden'];

/** From `start` on an open socket to words of the prompt in Chromium: a blueprint run through the whole service. */
export async function benchFirstLight(dataDir: string): Promise<readonly Figure[]> {
  const service = await createService({
    PORT: '0',
    DATA_DIR: dataDir,
    KIT_DIR: await testKit(),
    PHONE_PREVIEW: 'off',
  });
  const browser = await launchChromium();
  try {
    await inOpenPage(service, browser, 'unmeasured');
    const openPage: number[] = [];
    for (let n = 0; n < RUNS; n++) openPage.push(await inOpenPage(service, browser, `open-${n}`));
    const newTab: number[] = [];
    for (let n = 0; n < RUNS; n++) newTab.push(await inNewTab(service, browser, `tab-${n}`));
    return [
      { what: 'start → the app visible in a page already open', value: medianAndP95(openPage) },
      { what: 'start → the app visible in a new tab', value: medianAndP95(newTab) },
    ];
  } finally {
    await browser.close();
    await service.close();
  }
}

async function inOpenPage(service: Service, browser: Browser, id: string): Promise<number> {
  const viewer = await ProjectViewer.open(service.url, id);
  const { data } = await viewer.until(({ type, data: { state } }) => type === 'preview' && state === 'warm');
  const page = await browser.newPage();
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

/** The tab is opened the moment the service says that the preview answers. */
async function inNewTab(service: Service, browser: Browser, id: string): Promise<number> {
  const viewer = await ProjectViewer.open(service.url, id);
  await viewer.until(({ type }) => type === 'ready');
  const began = Date.now();
  viewer.start(promptOf(id));
  const { data } = await viewer.until(({ seq, data: { preview_url } }) => seq !== undefined && Boolean(preview_url));
  const page = await browser.newPage();
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
