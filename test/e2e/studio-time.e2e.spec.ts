import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.js';
import { describeWithChromium } from '../support/chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

const HOME = 'app/(tabs)/index.tsx';
const BY_HAND = `import { Text, View } from 'react-native';

export default function Home() {
  return (
    <View>
      <Text>Words by hand</Text>
    </View>
  );
}
`;
const LONG_MS = 60_000;

let browser: Browser;
let service: RunningService;
let page: Page;
/** What the blueprint made of the home screen. */
let madeHome: string;
/** Of the app. */
let name: string;
/** The project that goes on from a moment of it. */
let fork: string;

describeWithChromium('the time of an app', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    service = await startService();
    await untilPreviewsAreReady(service);
    await generated('film', 'A list of books');
    ({ app_name: name } = (await (await api('/api/v1/projects/film')).json()) as { app_name: string });
    madeHome = await homeOf('film');
    await write('film', BY_HAND);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(`${service.url}/p/film/time`);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  it(
    'is gone through with the keys of a slider: the app runs as it was, the plan stands before it',
    async () => {
      await shownApp().getByText('Words by hand').waitFor({ timeout: LONG_MS });
      expect(await slider().getAttribute('aria-valuetext')).toMatch(/^Somebody changed the home screen, (\d+) of \1$/);
      await slider().press('ArrowLeft');
      await says(`${name} is finished`);
      // The app may be called as its tab is: what was written by hand goes when the app of that moment comes.
      await until(async () => (await shownApp().getByText('Words by hand').count()) === 0);
      await shownApp().getByText(name).first().waitFor();
      await page.waitForURL(/\?seq=\d+$/);
      await slider().press('Home');
      await says(`The plan of ${name}`);
      await page.getByText('There is no app yet.', { exact: false }).first().waitFor();
      for (let n = 0; n < 4; n += 1) await slider().press('ArrowRight');
      expect(await page.locator('iframe').count()).toBeLessThanOrEqual(3);
      await slider().press('End');
      await page.waitForURL(/\/time$/);
      await shownApp().getByText('Words by hand').waitFor();
    },
    LONG_MS,
  );

  it('says what changed, with the moment before and with now, and has nothing that keeps people out', async () => {
    await page.getByText('1 file, ').waitFor();
    await page.getByRole('row', { name: 'Words by hand' }).waitFor();
    await slider().press('ArrowLeft');
    await page.getByRole('button', { name: 'Now', exact: true }).click();
    await page.getByText('What has changed since').waitFor();
    await page.getByRole('row', { name: 'Words by hand' }).waitFor();
    await isForEverybody();
  });

  it('goes back to a moment, and takes that back', async () => {
    await says(`${name} is finished`);
    await page.getByRole('button', { name: 'Restore' }).click();
    await says(`went back: ${name} is finished`);
    expect(await homeOf('film')).toBe(madeHome);
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await homeOf('film')) === BY_HAND);
    await shownApp().getByText('Words by hand').waitFor();
  });

  it(
    'is forked from any frame into an app that goes on from there',
    async () => {
      await page.getByRole('button', { name: /^First light/ }).click();
      await page.getByRole('button', { name: 'Fork from here' }).click();
      await page.waitForURL((url) => /^\/p\/(?!film)[^/]+$/.test(url.pathname));
      fork = new URL(page.url()).pathname.slice('/p/'.length);
      expect(await filesOf(fork)).toContain(HOME);
      await until(() => isComplete(fork));
      expect((await filesOf('film')).length).toBeGreaterThan((await filesOf(fork)).length);
    },
    LONG_MS,
  );

  it(
    'plays as a film for whoever has the link, from the beginning to now',
    async () => {
      await page.goto(`${service.url}/p/${fork}/time`);
      await write(fork, BY_HAND);
      await says('changed the home screen');
      await page.getByRole('button', { name: 'Share the film' }).click();
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await page.getByRole('link', { name: 'Watch it' }).click();
      await page.waitForURL(`${service.url}/film/${fork}`);
      await page.getByRole('button', { name: 'Pause' }).waitFor(); // it begins by itself
      await says('Forked from film');
      await page.getByLabel('Speed').selectOption('4');
      await page.getByRole('button', { name: 'The next moment', disabled: true }).waitFor({ timeout: LONG_MS });
      await page.getByRole('button', { name: 'Play' }).waitFor();
      await shownApp().getByText('Words by hand').waitFor();
      await isForEverybody();
    },
    2 * LONG_MS,
  );

  it('says where there is no film', async () => {
    await page.goto(`${service.url}/film/nothing`);
    await page.getByText('There is no film here', { exact: false }).waitFor();
  });
});

/** Axe finds nothing serious, on a desktop and on a phone, where nothing is wider than the screen. */
async function isForEverybody(): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

function shownApp(): FrameLocator {
  return page.frameLocator('iframe[title="The app as it was"]');
}

function slider(): Locator {
  return page.getByRole('slider', { name: 'Moment of the app' });
}

/** The slider’s words have it. */
async function says(caption: string): Promise<void> {
  await page.locator(`input[type=range][aria-valuetext*="${caption}"]`).waitFor();
}

function api(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`${service.url}${path}`, init);
}

async function generated(projectId: string, prompt: string): Promise<void> {
  await api('/generate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ project_id: projectId, prompt, user_id: 'ada' }),
  });
  await until(() => isComplete(projectId));
}

async function isComplete(projectId: string): Promise<boolean> {
  return ((await (await api(`/status/${projectId}`)).json()) as { complete: boolean }).complete;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}

function urlOf(projectId: string): string {
  return encodeURI(`/api/v1/projects/${projectId}/files/${HOME}`);
}

async function homeOf(projectId: string): Promise<string> {
  return (await api(urlOf(projectId))).text();
}

/** Somebody writes the home screen. */
async function write(projectId: string, body: string): Promise<void> {
  const etag = (await api(urlOf(projectId))).headers.get('etag') ?? '';
  const written = await api(urlOf(projectId), { method: 'PUT', headers: { 'if-match': etag }, body });
  expect(written.status).toBe(200);
}

async function filesOf(projectId: string): Promise<readonly string[]> {
  const { files } = (await (await api(`/api/v1/projects/${projectId}/files`)).json()) as {
    files: readonly { path: string }[];
  };
  return files.map(({ path }) => path);
}
