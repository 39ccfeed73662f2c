import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { Database } from '../../src/event-store/database.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import { launchChromium } from '../support/launch-chromium.js';
import { serviceProcess, type ServiceProcess } from '../support/service-process.js';
import { untilPreviewsAreReady } from '../support/service.js';
import { type Figure, medianAndP95, quantile } from './figures.js';

const EVENTS = 5_000;
const FILES = 200;
const OPENINGS = 10;
const SCROLLED_MS = 3_000;
const WRITTEN_EVERY_MS = 20;
const ID = 'long-story';
const FIELD = 'What should the app do?';
const BARE_PAGE = `<!doctype html><title>Bare</title><label>${FIELD}<textarea></textarea></label>`;

/** The page in a browser that is open already: how soon it can be used, what it loads, and whether a long project scrolls smoothly. */
export async function benchStudio(): Promise<readonly Figure[]> {
  const service = await serviceProcess({ isEmbedded: true, env: { PHONE_PREVIEW: 'off' } });
  await service.start();
  await fill(service);
  // Their preparation, the first time, takes both cores.
  await untilPreviewsAreReady({ url: service.url() });
  const browser = await launchChromium();
  try {
    return [
      await opening(browser, service),
      await firstLoad(browser, service),
      ...(await scrolling(browser, service)),
      ...(await whileWriting(service, () => scrolling(browser, service, `, an event every ${WRITTEN_EVERY_MS} ms`))),
    ];
  } finally {
    await browser.close();
    await service.close();
  }
}

/** A complete app whose files were written again and again. */
async function fill(service: ServiceProcess): Promise<void> {
  await withStore(service, (store) => appendTo(store, 0, EVENTS));
}

/** Writes on at its end while `work` goes on. */
async function whileWriting<T>(service: ServiceProcess, work: () => Promise<T>): Promise<T> {
  return withStore(service, async (store) => {
    const over = new AbortController();
    const writing = (async () => {
      for (let head = await store.headSeq(ID); !over.signal.aborted; head += 1) {
        await appendTo(store, head, 1);
        await sleep(WRITTEN_EVERY_MS);
      }
    })();
    const done = await work();
    over.abort();
    await writing;
    return done;
  });
}

async function withStore<T>({ dataDir }: ServiceProcess, work: (store: PostgresEventStore) => Promise<T>): Promise<T> {
  const database = await Database.open({ dataDir, poolSize: 2, log: () => undefined });
  const store = new PostgresEventStore(database.pool, database.connection, (error) => {
    throw error;
  });
  await store.start();
  try {
    return await work(store);
  } finally {
    await store.close();
    await database.close();
  }
}

async function appendTo(store: PostgresEventStore, head: number, count: number): Promise<void> {
  const facts = Array.from({ length: count }, (_, index) => factOf(head + index + 1));
  await store.append(ID, head, facts);
}

function factOf(seq: number): NewEvent {
  const by = { run: 1, actor: 'driver' };
  if (seq === 1) return { ...by, type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' } };
  if (seq === 2) return { ...by, type: 'RunCompleted', data: { app_name: 'Fitness', cost_usd: 0 } };
  const path = `app/screens/screen-${seq % FILES}.tsx`;
  const sha256 = seq.toString(16).padStart(64, '0');
  return { ...by, type: 'FileWritten', data: { path, sha256, bytes: 4_096, author: 'blueprint' } };
}

/** Each time with an empty cache: until the prompt is there and takes what is typed; beside a page that is nothing but its field. */
async function opening(browser: Browser, service: ServiceProcess): Promise<Figure> {
  const bare = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(BARE_PAGE));
  await once(bare.listen(0, '127.0.0.1'), 'listening');
  const bareUrl = `http://localhost:${(bare.address() as AddressInfo).port}`;
  const samplesMs: number[] = [];
  const bareMs: number[] = [];
  for (let n = 0; n <= OPENINGS; n++) {
    const [bareOne, one] = [await openingMs(browser, bareUrl), await openingMs(browser, service.url())];
    // The first opening warms the browser.
    if (n === 0) continue;
    bareMs.push(bareOne);
    samplesMs.push(one);
  }
  bare.close();
  return {
    what: 'studio: opened with an empty cache → the prompt takes text',
    value: medianAndP95(samplesMs),
    reference: `a page with nothing but the field: ${medianAndP95(bareMs)}`,
  };
}

async function openingMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByLabel(FIELD).fill('A list of plants');
  const ms = performance.now() - began;
  // Typing has a preview prepared, which the next opening does not pay for.
  await page.waitForLoadState('networkidle');
  await context.close();
  return ms;
}

async function firstLoad(browser: Browser, service: ServiceProcess): Promise<Figure> {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(service.url()) && !response.url().includes('/api/')) bodies.push(response.body());
  });
  await page.goto(service.url(), { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await page.close();
  return { what: 'studio: first load, gzipped', value: `${(sizes.reduce((a, b) => a + b, 0) / 1000).toFixed(0)} kB` };
}

/** Views of a long project, scrolled from end to end, up and down, from the moment they are there, and the time between two frames. */
async function scrolling(browser: Browser, service: ServiceProcess, meanwhile = ''): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const figures: Figure[] = [];
  for (const [name, path, opened] of [
    ['the files of the app view', `/p/${ID}`, '#files'],
    ['the tree of the code view', `/p/${ID}/code`, 'nav[aria-label="Files of the app"]'],
  ] as const) {
    const began = performance.now();
    await page.goto(service.url() + path);
    await page.locator(opened).waitFor({ state: 'attached' });
    const ms = performance.now() - began;
    await page.evaluate("document.querySelector('details')?.setAttribute('open', '')");
    const frames = await framesWhileScrolling(page, opened);
    figures.push({
      what: `studio: ${EVENTS} events, ${FILES} files: ${name}${meanwhile}`,
      value: `there after ${ms.toFixed(0)} ms; a frame every ${quantile(frames, 0.5).toFixed(1)} ms (p95 ${quantile(frames, 0.95).toFixed(1)} ms, n=${frames.length})`,
      reference: '60 frames a second: 16.7 ms',
    });
  }
  await page.close();
  return figures;
}

function framesWhileScrolling(page: Page, selector: string): Promise<number[]> {
  return page.evaluate<number[]>(`new Promise((resolve) => {
    const list = document.querySelector(${JSON.stringify(selector)});
    const frames = [];
    let before = performance.now();
    const end = before + ${SCROLLED_MS};
    const step = (now) => {
      frames.push(now - before);
      before = now;
      const part = (1 - Math.cos((now / ${SCROLLED_MS}) * Math.PI * 4)) / 2;
      list.scrollTo(0, part * list.scrollHeight);
      window.scrollTo(0, part * document.body.scrollHeight);
      if (now < end) requestAnimationFrame(step);
      else resolve(frames.slice(1));
    };
    requestAnimationFrame(step);
  })`);
}
