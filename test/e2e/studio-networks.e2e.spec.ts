import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { seriousFindings } from '../support/axe.js';
import { BadNetwork } from '../support/bad-network.js';
import { describeWithChromium } from '../support/chromium.js';
import { ClientPage } from '../support/client-page.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

const PLANTS = 'An app for my plants and when to water them';
const PHONE = { viewport: { width: 390, height: 844 } };

let browser: Browser;
let service: RunningService;
let network: BadNetwork;
const pages = new Set<ClientPage>();
/** A project whose run is complete. */
let plants: string;

async function open(url: string, from = browser, options = {}): Promise<ClientPage> {
  const client = await ClientPage.open(from, url, options);
  pages.add(client);
  return client;
}

describeWithChromium('the studio', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    service = await startService({ PHONE_HOST: '127.0.0.1' });
    network = await BadNetwork.before(service.port);
    await untilPreviewsAreReady(service);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterEach(async () => {
    for (const client of pages) await client.close();
    pages.clear();
  });

  afterAll(async () => {
    await browser.close();
    await network.close();
    await service.close();
  });

  it('can be used by everybody: axe finds nothing serious, on a desktop and on a phone, in light and dark', async () => {
    const client = await open(service.url);
    await client.button('Recipe box').waitFor();
    expect(await seriousFindings(client.page)).toEqual([]);
    await client.page.setViewportSize(PHONE.viewport);
    expect(await seriousFindings(client.page)).toEqual([]);
    await client.page.setViewportSize({ width: 1280, height: 800 });
    await client.start(PLANTS);
    await client.reaches('Complete', 60_000);
    plants = client.page.url();
    await client.page.getByAltText('QR code of the preview').waitFor();
    expect(await seriousFindings(client.page)).toEqual([]);

    const small = await open(plants, browser, PHONE);
    await small.reaches('Complete');
    expect(await seriousFindings(small.page)).toEqual([]);

    await client.page.keyboard.press('Control+k');
    await client.page.getByRole('option', { name: 'New app' }).waitFor();
    expect(await seriousFindings(client.page)).toEqual([]);
    await client.page.keyboard.type('new app');
    await client.page.keyboard.press('Enter');
    await client.prompt.waitFor();
    expect(client.complaints).toEqual([]);
  });

  it('loads at most 250 kB, gzipped, before the editor', async () => {
    const page = await browser.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (!response.url().includes('/api/')) bodies.push(response.body());
    });
    await page.goto(service.url, { waitUntil: 'networkidle' });
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    await page.close();
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(250_000);
  });

  it('works by asking every second where a proxy refuses sockets, and says so', async () => {
    network.refusesSockets = true;
    const client = await open(network.url);
    await client.start(PLANTS);
    await client.connection.getByText('Live, polling every second').waitFor();
    await client.reaches('Complete', 60_000);
    await client.app.getByText(/plant/i).first().waitFor();
    network.refusesSockets = false;
  });

  it('has everything that happened while it was offline, without a gap', async () => {
    const client = await open(network.url);
    await client.start(PLANTS);
    await client.stage('creating_project', 'done').waitFor();
    await client.page.context().setOffline(true);
    network.freeze();
    const path = new URL(client.page.url()).pathname.replace('/p/', '/status/');
    await expectEventually(async () => {
      const { complete } = (await (await fetch(service.url + path)).json()) as { complete: boolean };
      return complete;
    });
    expect(await client.status.textContent()).toBe('Running');
    await client.page.context().setOffline(false);
    await client.reaches('Complete');
    await client.stage('generating_images', 'done').waitFor();
    const other = await open(service.url + new URL(client.page.url()).pathname);
    await other.reaches('Complete');
    expect(await client.shown()).toEqual(await other.shown());
  });

  it('says so where the browser does not find the preview, and offers an address that works', async () => {
    const blind = await launchChromium(['--host-resolver-rules=MAP *.localhost ~NOTFOUND']);
    const client = await open(plants, blind);
    await client.reaches('Complete');
    await client.page.getByRole('heading', { name: 'The preview cannot be reached' }).waitFor();
    const [opened] = await Promise.all([
      client.page.context().waitForEvent('page'),
      client.page.getByRole('link', { name: 'Open the app at 127.0.0.1' }).click(),
    ]);
    await opened.getByText(/plant/i).first().waitFor();

    // A moment of its past has another name, which the browser does not find either.
    await client.page.getByRole('link', { name: 'Time' }).click();
    // Not what the view before said: that stays until this one is there.
    await client.page.getByRole('slider').waitFor();
    const toPast = client.page.getByRole('link', { name: 'Open the app at 127.0.0.1' });
    await toPast.waitFor({ timeout: 60_000 });
    const [past] = await Promise.all([client.page.context().waitForEvent('page'), toPast.click()]);
    await past.getByText(/plant/i).first().waitFor();
    expect(past.url()).toContain('127.0.0.1');
    pages.delete(client);
    await blind.close();
  }, 150_000);
});

async function expectEventually(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
}
