import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

import { planApp } from '../../src/blueprint/plan-app.js';
import { createService } from '../../src/create-service.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type Figure, quantile } from './figures.js';
import { visibleAt } from './visible.js';

const TIMES = 3;
const WORKERS = [1, 4];
const LONGEST_MS = 600_000;
const FIRST = 'A habit tracker called "Dawnwalk" with daily streaks';
const SECOND = 'A recipe collection called "Saltspoon" with favourites';

interface Sample {
  readonly planMs: number;
  readonly appMs: number;
  readonly secondMs: number;
  /** What the page's console and network complained of until the first app was there. */
  readonly complaints: readonly string[];
}

/** What a newcomer sees: no kit and no cache; the prompt is sent one second after the service answers. */
export async function benchFirstStart(folder: string): Promise<readonly Figure[]> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const cold = await samples(folder, 'cold', (n) => join(folder, `bun-${n}`));
  const warm = await samples(folder, 'warm', () => join(folder, 'bun-0'));
  // One process and four that compile, on whatever processors there are.
  const byWorkers: Figure[] = [];
  for (const workers of WORKERS) {
    const taken = await samples(folder, `workers-${workers}`, () => join(folder, 'bun-0'), workers);
    byWorkers.push(...figuresOf(`packages in the cache, PREVIEW_WORKERS=${workers}`, taken));
  }
  return [
    ...figuresOf('no kit, no cache', cold),
    ...figuresOf('no kit, packages in the cache', warm),
    ...byWorkers,
    {
      what: 'first start: complaints of the page',
      value: String([...cold, ...warm].flatMap((each) => each.complaints).length),
    },
  ];
}

async function samples(
  folder: string,
  name: string,
  cacheDir: (n: number) => string,
  workers?: number,
): Promise<readonly Sample[]> {
  const taken: Sample[] = [];
  for (let n = 0; n < TIMES; n++) {
    process.env['BUN_INSTALL_CACHE_DIR'] = cacheDir(n);
    taken.push(await firstStart(join(folder, `${name}-${n}`), workers));
  }
  return taken;
}

async function firstStart(dataDir: string, workers?: number): Promise<Sample> {
  const env = { PORT: '0', DATA_DIR: dataDir, PHONE_PREVIEW: 'off' };
  const service = await createService({ ...env, ...(workers !== undefined && { PREVIEW_WORKERS: String(workers) }) });
  const browser = await launchChromium();
  try {
    await sleep(1000);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('response', (answer) => answer.status() >= 400 && complaints.push(`${answer.status()} ${answer.url()}`));
    await page.goto(service.url);
    const { planMs, appMs } = await started(page, FIRST);
    const until = complaints.length;
    await page.getByRole('link', { name: 'New app' }).click();
    const { appMs: secondMs } = await started(page, SECOND);
    return { planMs, appMs, secondMs, complaints: complaints.slice(0, until) };
  } finally {
    await browser.close();
    await service.close();
  }
}

/** From the press on Start to the plan's name on the page, and to the app in its frame. */
async function started(page: Page, prompt: string): Promise<{ planMs: number; appMs: number }> {
  const { name } = planApp({ prompt });
  await page.getByLabel('What should the app do?').fill(prompt);
  const began = Date.now();
  await page.getByRole('button', { name: /^Start/ }).click();
  const planMs = (await visibleAt(page, name, LONGEST_MS)) - began;
  const app = page.frameLocator('iframe[title="Preview of the app"]').getByText(name).first();
  await app.waitFor({ timeout: LONGEST_MS });
  await page.locator('iframe[data-shown="true"]').waitFor({ timeout: LONGEST_MS });
  return { planMs, appMs: Date.now() - began };
}

function figuresOf(where: string, taken: readonly Sample[]): readonly Figure[] {
  const median = (pick: (sample: Sample) => number): string => {
    const all = taken.map(pick).map((ms) => (ms / 1000).toFixed(1));
    return `${(quantile(taken.map(pick), 0.5) / 1000).toFixed(1)} s (${all.join(', ')})`;
  };
  return [
    { what: `first start, ${where}: start → the plan visible`, value: median(({ planMs }) => planMs) },
    { what: `first start, ${where}: start → the app visible`, value: median(({ appMs }) => appMs) },
    { what: `first start, ${where}: the second app visible`, value: median(({ secondMs }) => secondMs) },
  ];
}
