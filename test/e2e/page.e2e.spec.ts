import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { STAGES } from '../../src/generation/stage-plan.js';
import { describeWithChromium } from '../support/chromium.js';
import { launchChromium } from '../support/launch-chromium.js';
import { ClientPage } from '../support/client-page.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

const FITNESS = 'Create a fitness tracking app with workouts, goals and a weekly summary';

let browser: Browser;
let service: RunningService;
const pages = new Set<ClientPage>();

async function open(path = '/', options: BrowserContextOptions = {}): Promise<ClientPage> {
  const client = await ClientPage.open(browser, service.url + path, options);
  pages.add(client);
  return client;
}

describeWithChromium('the page and a real app', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    service = await startService({ PHONE_HOST: 'phones.test' });
    await untilPreviewsAreReady(service);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterEach(async () => {
    for (const client of pages) await client.close();
    pages.clear();
  });

  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  describe('in one run', () => {
    let client: ClientPage;
    const order: string[] = [];

    beforeAll(async () => {
      client = await ClientPage.open(browser, service.url);
      client.page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => order.push((JSON.parse(String(payload)) as { type: string }).type)),
      );
      await client.start(FITNESS);
      // The first bundle of a fresh kit takes its time.
      await client.reaches('Complete', FIRST_PREVIEW_TIMEOUT_MS);
    }, FIRST_PREVIEW_TIMEOUT_MS + 30_000);

    afterAll(() => client.close());

    it('passes through the eleven stages without going back, and shows an app in the words of the prompt', async () => {
      for (const stage of STAGES) await client.stage(stage, 'done').waitFor();
      const values = await client.bar();
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(values.at(-1)).toBe(100);
      await client.app
        .getByText(/workout/i)
        .first()
        .waitFor();
      expect(await client.app.locator('body').innerText()).toMatch(/fitness|workout/i);
    });

    it('shows the preview before the run is complete', () => {
      expect(order.indexOf('preview')).toBeGreaterThan(0);
      expect(order.indexOf('preview')).toBeLessThan(order.indexOf('complete'));
    });

    it('has a QR code for a phone, says what opens it, and names the other addresses', async () => {
      const code = client.page.getByAltText('QR code of the preview');
      await code.waitFor();
      await expectEventually(
        async () => (await code.evaluate((image) => Number(Reflect.get(image, 'naturalWidth')))) > 0,
      );
      await client.page.getByText('opens in Expo Go (SDK 54').waitFor();
      await client.page.getByRole('link', { name: /^exp:\/\/phones\.test:\d+\// }).waitFor();
      await client.page.getByRole('link', { name: /^http:\/\/phones\.test:\d+\// }).waitFor();
    });

    it('leads links of the page before it to the same project', async () => {
      const { origin, pathname } = new URL(client.page.url());
      const old = await open(`/#${pathname}`);
      await old.reaches('Complete');
      expect(old.page.url()).toBe(origin + pathname);
    });

    it('lists the project among the recent ones', async () => {
      const link = client.page.url();
      await client.page.getByRole('link', { name: 'New app' }).click();
      await client.page
        .getByRole('link', { name: /fitness tracking/ })
        .first()
        .click();
      await client.reaches('Complete');
      expect(client.page.url()).toBe(link);
    });

    it('lets the tabs of the app be used, and nothing has been complained of', async () => {
      await client.app.getByRole('tab', { name: 'Profile' }).waitFor();
      for (const name of ['Workouts', 'Goals', 'Profile', 'Home']) {
        await client.pressInApp(client.app.getByRole('tab', { name }));
        await client.app.getByRole('tab', { name, selected: true }).waitFor();
      }
      expect(client.complaints).toEqual([]);
    });

    it('fits a phone: nothing is wider than the screen, and the app takes its full width', async () => {
      const small = await open(new URL(client.page.url()).pathname, {
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      });
      await small.reaches('Complete');
      await small.app
        .getByText(/workout/i)
        .first()
        .waitFor();
      expect(await small.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
      const box = await small.page.locator('iframe').boundingBox();
      expect(box?.width).toBe(390);
    });

    it('comes back when the service has been away, with everything that was', async () => {
      await client.stage('generating_images', 'done').waitFor();
      await client.app
        .getByText(/workout/i)
        .first()
        .waitFor();
      const before = await client.shown();
      await service.restart();
      await client.connection.getByText('Live').waitFor();
      expect(await client.shown()).toEqual(before);
      await client.page.reload();
      await client.reaches('Complete');
      expect(await client.shown()).toEqual(before);
      await client.app
        .getByText(/workout/i)
        .first()
        .waitFor();
    });
  });

  it('never shows one project the screens of another', async () => {
    const [fitness, recipes] = [await open(), await open()];
    await Promise.all([fitness.start(FITNESS), recipes.start('A recipe book with ingredients and cooking time')]);
    await Promise.all([fitness.reaches('Complete'), recipes.reaches('Complete')]);
    await fitness.app
      .getByText(/workout/i)
      .first()
      .waitFor();
    await recipes.app
      .getByText(/recipe/i)
      .first()
      .waitFor();
    expect(await fitness.app.locator('body').innerText()).not.toMatch(/recipe/i);
    expect(await recipes.app.locator('body').innerText()).not.toMatch(/workout/i);
  });

  it('begins from a preset, and saves and deletes presets of one’s own', async () => {
    const client = await open();
    const style = client.page.getByRole('combobox', { name: 'Style' });
    await client.button('Recipe box').click();
    expect(await client.prompt.inputValue()).toContain('recipe app');
    expect(await style.inputValue()).toBe('sunset_orange');

    await client.prompt.fill('A ledger of the wines in my cellar');
    await style.selectOption({ label: 'Royal Purple' });
    await client.button('Save as preset').click();
    const dialog = client.page.getByRole('dialog', { name: 'Save this prompt and its style' });
    await dialog.getByLabel('Name').fill('  ');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('must not be empty').waitFor();
    await dialog.getByLabel('Name').fill('Wine cellar');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await client.button('Wine cellar').waitFor();
    expect(client.complaints.filter((complaint) => !complaint.includes('400'))).toEqual([]);

    await client.page.reload();
    await client.button('Wine cellar').click();
    expect(await client.prompt.inputValue()).toBe('A ledger of the wines in my cellar');
    expect(await style.inputValue()).toBe('royal_purple');
    await client.button('Edit presets').click();
    await client.button('Delete the preset Wine cellar').click();
    await client.button('Delete the preset Wine cellar').waitFor({ state: 'detached' });
    await client.button('Undo').click();
    await client.button('Delete the preset Wine cellar').click();
    await client.button('Delete the preset Wine cellar').waitFor({ state: 'detached' });
    await client.button('Finish editing presets').click();
    expect(await client.button('Wine cellar').count()).toBe(0);
    expect(await client.button('Recipe box').count()).toBe(1);
  });

  it('has the smallest client as well, which opened from disk says why it is not answered, and leads to the served copy', async () => {
    const file = new URL('../../examples/streaming_client.html#from-disk', import.meta.url);
    file.searchParams.set('server', service.url);
    const client = await ClientPage.open(browser, file.href);
    pages.add(client);
    await client.page.getByText('Browsers give such a page no origin of its own').waitFor();
    expect(await client.prompt.isVisible()).toBe(false);
    await client.page.getByRole('link', { name: service.url }).click();
    await client.prompt.waitFor();
    expect(client.page.url()).toBe(`${service.url}/streaming_client.html#from-disk`);
    // What a browser says of a page that is refused.
    client.complaints.length = 0;
    await client.prompt.fill(FITNESS);
    await client.button('Start').click();
    await client.page.getByText('Screens: Home, Workouts').waitFor();
    await client.app
      .getByText(/workout/i)
      .first()
      .waitFor();
    await client.page.reload();
    await client.page.locator('#log li[value="1"]').getByText('run: requested').waitFor();
    expect(client.complaints).toEqual([]);
  });

  it('keeps a sandboxed frame inside a generated app from everything, and its answers from the app', async () => {
    const client = await open();
    const stranger = `http://stranger.localhost:${service.port}/`;
    await client.page.route(stranger, (route) => route.fulfill({ contentType: 'text/html', body: '<p>An app' }));
    await client.page.goto(stranger);
    expect(await client.page.evaluate(reachesOfAStranger, service.url)).toEqual(NOTHING);
    const frame = await client.page.evaluateHandle(sandboxedFrame);
    const inFrame = await frame.asElement().contentFrame();
    expect(await inFrame?.evaluate(reachesOfAStranger, service.url)).toEqual(NOTHING);
    await client.page.goto(service.url);
    expect(await client.page.evaluate(`fetch('/api/v1/projects').then((answer) => answer.status)`)).toBe(200);
  });
});

const NOTHING = { read: 'refused', embedded: 'refused', started: 'refused', changed: 'refused', watched: 'refused' };

/** Runs in a page: what of the API its scripts can have. */
async function reachesOfAStranger(url: string): Promise<object> {
  interface Page {
    Image: new () => { src: string; onload: () => void; onerror: () => void };
    WebSocket: new (url: string) => { onopen: () => void; onerror: () => void };
  }
  const { Image, WebSocket } = globalThis as unknown as Page;
  const project = `${url}/api/v1/projects/stranger`;
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const start = { ...post, body: JSON.stringify({ prompt: 'an app that nobody asked for' }) };
  const tell = (answer: Response): string => String(answer.status);
  const refused = (): string => 'refused';
  return {
    read: await fetch(`${url}/api/v1/projects`).then(tell, refused),
    embedded: await new Promise((resolve) => {
      Object.assign(new Image(), {
        src: `${project}/qr.svg`,
        onload: () => resolve('shown'),
        onerror: () => resolve('refused'),
      });
    }),
    started: await fetch(`${url}/generate`, start).then(tell, refused),
    // Needs no preflight.
    changed: await fetch(`${project}/cancel`, { method: 'POST', mode: 'no-cors' }).then(tell, refused),
    watched: await new Promise((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/ws/generate/stranger`);
      Object.assign(socket, { onopen: () => resolve('connected'), onerror: () => resolve('refused') });
    }),
  };
}

/** Runs in a page. */
function sandboxedFrame(): Promise<object> {
  interface Page {
    document: { createElement(name: string): object; body: { append(element: object): void } };
  }
  const { document } = globalThis as unknown as Page;
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { srcdoc: '<p>framed', onload: () => resolve(frame) });
    (frame as { setAttribute(name: string, value: string): void }).setAttribute('sandbox', 'allow-scripts');
    document.body.append(frame);
  });
}

async function expectEventually(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
}
