import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.js';
import { describeWithChromium } from '../support/chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

const TOKEN = 'a-token-of-the-operator';
const PROMPTS = ['An app that waters plants', 'A recipe app called Saffron'] as const;
/** As long as something may be undone. */
const WINDOW_MS = 8_000;

let browser: Browser;
let service: RunningService;
let page: Page;
/** Of what the page's console complained. */
const complaints: string[] = [];

async function openPage(): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.install();
}

const go = (path: string) => page.goto(service.url + path);
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** By how many pixels the page is wider than its window. */
const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

/** What a view that is shown must keep: on a desktop and on a phone, no serious finding in light and dark, and nothing to scroll sideways. */
async function isWellMade(): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow()).toBeLessThanOrEqual(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function isGone(project: string): Promise<boolean> {
  return (await fetch(`${service.url}/status/${project}`)).status === 410;
}

describeWithChromium('experiments and the admin in the studio', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    service = await startService({ ADMIN_TOKEN: TOKEN });
    await untilPreviewsAreReady(service);
    await openPage();
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterEach(() => expect(complaints).toEqual([]));

  afterAll(async () => {
    await browser.close();
    await service.close();
  }, 30_000);

  it('keeps an experiment that is being written over a reload, and starts it', async () => {
    await go('/experiments');
    await page.getByText('No experiments yet').waitFor();
    await page.getByRole('link', { name: 'New experiment' }).click();
    await button('Start the experiment').click();
    await page.getByText('Give the experiment a name.').waitFor();
    await isWellMade();
    await page.getByLabel('Name').fill('Plants or recipes');
    await page.getByLabel('Runs of each arm').fill('1');
    for (const [index, prompt] of PROMPTS.entries()) await page.getByLabel('Prompt').nth(index).fill(prompt);
    await page.getByText('2 runs, one after the other').waitFor();
    await page.reload();
    expect(await page.getByLabel('Prompt').nth(1).inputValue()).toBe(PROMPTS[1]);
    await button('Start the experiment').click();
    await page.waitForURL(/\/experiments\/(?!new)/);
  });

  it('shows the apps under no name until one has voted, then what each was asked and took', async () => {
    await button('App 2 is the best').waitFor({ timeout: FIRST_PREVIEW_TIMEOUT_MS });
    const blind = await page.locator('main').innerText();
    expect(blind).not.toMatch(/Arm [AB]|water|Saffron|Time to|Cost/);
    await page.locator('iframe').first().contentFrame().getByText(/\w/).first().waitFor();
    await isWellMade();
    await button('App 1 is the best').click();
    await page.getByText('yours is one of them').waitFor();
    for (const prompt of PROMPTS) await page.getByText(`“${prompt}”`).waitFor();
    await page.getByRole('region', { name: 'Time to preview' }).getByText('Too few runs to tell.').waitFor();
    expect(await page.getByRole('region', { name: 'Cost' }).innerText()).toContain('$0.00 (1 run)');
    await isWellMade();
    const mine = (): Promise<string> =>
      page.locator('section', { hasText: 'yours is one of them' }).getByRole('heading').first().innerText();
    const before = await mine();
    await button('Vote for this one instead').click();
    await expect(waitFor(async () => (await mine()) !== before)).resolves.toBe(true);
  });

  it('saves the winner as a preset, which can be undone, and forks it', async () => {
    await button('Save as preset').first().click();
    await page.getByText('Saved as the preset').waitFor();
    const names = async (): Promise<string> => (await fetch(`${service.url}/api/v1/presets`)).text();
    expect(await names()).toContain('Plants or recipes, arm A');
    await button('Undo').click();
    await expect(waitFor(async () => !(await names()).includes('Plants or recipes'))).resolves.toBe(true);
    await button('Fork this app').first().click();
    await page.waitForURL(/\/p\//);
  }, 30_000);

  it('lets nobody into the admin without the token', async () => {
    await go('/admin');
    await page.getByLabel('Admin token').fill('wrong');
    await button('Continue').click();
    await page.getByText('This is not the token of the service.').waitFor();
    await page.getByLabel('Admin token').fill(TOKEN);
    await button('Continue').click();
    await page.getByRole('list', { name: 'Generations' }).waitFor();
  });

  it('finds the experiment’s runs by a word, and shows one as it went', async () => {
    const rows = page.getByRole('list', { name: 'Generations' }).getByRole('listitem');
    await page.getByLabel('Search prompts').fill('recipes');
    await page.getByLabel('Search prompts').press('Enter');
    await page.waitForURL(/q=recipes/);
    await expect(waitFor(async () => (await rows.count()) === 1)).resolves.toBe(true);
    await isWellMade();
    const [download] = await Promise.all([page.waitForEvent('download'), button('Export CSV').click()]);
    expect(download.suggestedFilename()).toBe('runs.csv');
    await rows.getByRole('link').click();
    await page.getByText('Waiting for the preview to answer').waitFor();
    await page.locator('summary', { hasText: 'RunRequested' }).click();
    await page.locator('pre', { hasText: 'Saffron' }).waitFor();
    await isWellMade();
  });

  it('deletes a project for good when nobody has said no in time', async () => {
    const project = new URL(page.url()).pathname.split('/').at(-2) ?? '';
    await button('Delete for good').click();
    await button('Undo').click();
    await page.clock.fastForward(WINDOW_MS * 2);
    expect(await isGone(project)).toBe(false);
    await button('Delete for good').click();
    await page.clock.fastForward(WINDOW_MS + 1);
    await page.waitForURL(/\/admin$/);
    await expect(waitFor(() => isGone(project))).resolves.toBe(true);
  });

  it('draws statistics, with the same figures in tables, and what goes on now', async () => {
    await go('/admin/stats');
    await page.locator('canvas').first().waitFor();
    await page.getByText('As a table').nth(1).click();
    await page.getByRole('table', { name: 'Time to first light' }).waitFor();
    await isWellMade();
    await go('/admin/live');
    await page.getByText('Active runs').waitFor();
    await isWellMade();
  });

  it('lists every experiment with how far it is', async () => {
    await go('/experiments');
    await page.getByRole('link', { name: /Plants or recipes/ }).waitFor();
    await isWellMade();
  });
});

/** True as soon as it is so; a test that waits for ever is ended by its deadline. */
async function waitFor(isSo: () => Promise<boolean>): Promise<true> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
  return true;
}
