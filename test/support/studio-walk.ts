import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { ClientPage } from './client-page.js';
import { FAKE_LINE, FAKE_PLAN } from './fake-model.js';

/** The state of one person's walk through the studio. The fake model writes the apps. */
export interface Walk {
  readonly browser: Browser;
  readonly client: ClientPage;
  readonly page: Page;
  readonly prompt: string;
}

export const SETTINGS = 'app/settings.tsx';
export const CHANGE = 'Call the settings choices';
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const APP = FAKE_PLAN.name;
/** The address of a moment in the history; it follows the slider when that stops. */
const MOMENT = /\?seq=\d+$/;
/** Titles in the settings screen: as the model writes it, as one person changes it, and what another adds after the first line. */
const [TITLE, RETITLED, WRITTEN_BEHIND] = ['Settings', 'Options', ' And by Bob.'];

/** The answer of the fake model to the change. */
export const CHANGE_ANSWER = `<edit path="${SETTINGS}">
<<<<<<< SEARCH
title={"${RETITLED}"}
=======
title={"Choices"}
>>>>>>> REPLACE
</edit>`;

export async function describeApp({ client, page, prompt }: Walk): Promise<void> {
  const style = page.getByRole('combobox', { name: 'Style' });
  await client.prompt.fill(prompt);
  await style.selectOption({ label: 'Royal Purple' });
  await page.reload();
  await style.locator('option:checked', { hasText: 'Royal Purple' }).waitFor({ state: 'attached' });
  expect(await client.prompt.inputValue()).toBe(prompt);
}

/** @param goOn lets the model, which is held back, write the screens */
export async function watchIt({ client, page, prompt }: Walk, goOn: () => void): Promise<void> {
  await client.press(client.button(/^Start/));
  await page.waitForURL(/\/p\//);
  await client.stage('preview_ready', 'done').waitFor();
  await client.stage('generating_screens', 'running').waitFor();
  await client.app.getByText(APP).first().waitFor();
  await staysAsItIs(client).finally(goOn);
  await client.reaches('Complete');
  await client.stage('generating_images', 'done').waitFor();
  await staysAsItIs(client);
  await client.app.getByText(APP).first().waitFor();
  expect(await page.locator('#prompt-text').textContent()).toBe(prompt);
}

/** Reloads the page and expects it to show the same. */
async function staysAsItIs(client: ClientPage): Promise<void> {
  const before = await client.shown();
  await client.page.reload();
  await client.connection.getByText('Live').waitFor();
  expect(await client.shown()).toEqual(before);
}

/** @returns the window of the other person */
export async function editTogether({ browser, client, page }: Walk): Promise<ClientPage> {
  await openSettings(client);
  const other = await ClientPage.open(browser, page.url(), DESKTOP);
  for (const window of [page, other.page]) await title(window, TITLE).waitFor();
  await Promise.all([retitle(page), writeBehindFirstLine(other.page)]);
  for (const window of [page, other.page]) await hasBoth(window);
  await page.reload();
  await hasBoth(page);
  return other;
}

async function openSettings(client: ClientPage): Promise<void> {
  await goTo(client, 'Code');
  await client.press(client.page.locator(`a[href$="/code/${SETTINGS}"]`));
  await client.page.waitForURL(`**/code/${SETTINGS}`);
}

async function retitle(page: Page): Promise<void> {
  await title(page, TITLE).getByText(`"${TITLE}"`, { exact: true }).dblclick();
  await page.keyboard.type(RETITLED);
}

async function writeBehindFirstLine(page: Page): Promise<void> {
  await line(page, FAKE_LINE).click();
  await page.keyboard.press('End');
  await page.keyboard.type(WRITTEN_BEHIND);
}

async function hasBoth(page: Page): Promise<void> {
  await title(page, RETITLED).waitFor();
  await line(page, FAKE_LINE + WRITTEN_BEHIND).waitFor();
}

function title(page: Page, words: string): Locator {
  return line(page, `title={"${words}"}`);
}

function line(page: Page, words: string): Locator {
  return page.locator('.cm-content[contenteditable="true"] .cm-line', { hasText: words });
}

export async function pointAndRevise({ client, page }: Walk): Promise<void> {
  await goTo(client, 'App');
  await client.press(client.button('Point at something'));
  await client.app.locator('#firstlight-pick').waitFor({ state: 'attached' });
  await client.pressInApp(client.app.getByText(APP).first());
  const panel = page.locator('#change');
  const open = panel.getByRole('link', { name: 'Open the code' });
  await open.waitFor();
  const [, path, place] = /\/code\/(.+)\?line=(\d+)$/.exec((await open.getAttribute('href')) ?? '') ?? [];
  const chip = panel.getByText(`“${APP}” in ${path}:${place}`);
  await chip.waitFor({ state: 'attached' });
  const box = page.getByLabel('What should be different?');
  await box.fill(CHANGE);
  await page.reload();
  await chip.waitFor({ state: 'attached' });
  expect(await box.inputValue()).toBe(CHANGE);
  await client.press(client.button('Change it'));
  await client.reaches('Complete · run 2');
  await page.reload();
  await panel.getByRole('listitem').filter({ hasText: CHANGE }).waitFor();
  expect(await box.inputValue()).toBe('');
  expect(await chip.count()).toBe(0);
}

/** Expects the change in the other window as well, which then shows the same project. */
export async function isTheSameIn(other: ClientPage, { client }: Walk): Promise<void> {
  await title(other.page, 'Choices').waitFor();
  await goTo(other, 'App');
  await other.reaches('Complete · run 2');
  expect(await other.shown()).toEqual(await client.shown());
}

/** Goes back to the plan, and then to the moment when the app was first finished. */
export async function rewind({ client, page }: Walk): Promise<void> {
  await goTo(client, 'Time');
  const slider = page.getByRole('slider', { name: 'Moment of the app' });
  const { height = 0 } = (await slider.boundingBox()) ?? {};
  await client.press(slider, { x: 2, y: height / 2 });
  await page.locator('input[aria-valuetext^="The plan of"]').waitFor();
  await page.waitForURL(MOMENT);
  const plan = page.url();
  await client.press(client.button(`${APP} is finished`).last());
  await page.locator(`input[aria-valuetext^="${APP} is finished"]`).waitFor();
  const moment = await slider.getAttribute('aria-valuetext');
  await page.waitForURL(({ href }) => href !== plan && MOMENT.test(href));
  await page.reload();
  await page.frameLocator('iframe[title="The app as it was"]').getByText(APP).first().waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe(moment);
}

/** Forks the app; the fork has the settings from before the two people edited them. */
export async function fork({ client, page }: Walk): Promise<void> {
  const from = new URL(page.url()).pathname.split('/')[2] ?? '';
  await client.press(client.button('Fork from here'));
  await page.waitForURL((url) => url.pathname.startsWith('/p/') && !url.pathname.includes(from));
  await client.reaches('Complete');
  await page.reload();
  await client.reaches('Complete');
  await client.app.getByText(APP).first().waitFor();
  await openSettings(client);
  await title(page, TITLE).waitFor();
}

/** Fills in an experiment and starts it. */
export async function experiment({ client, page, prompt }: Walk, name: string): Promise<void> {
  await client.press(page.getByRole('link', { name: 'New app' }));
  expect(await client.prompt.inputValue()).toBe('');
  await client.press(page.getByRole('link', { name: 'Experiments' }));
  await client.press(page.getByRole('link', { name: 'New experiment' }));
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Runs of each arm').fill('1');
  const prompts = [`${prompt}, in short`, `${prompt}, with every word that helps`];
  for (const [index, words] of prompts.entries()) await page.getByLabel('Prompt').nth(index).fill(words);
  await page.reload();
  expect(await page.getByLabel('Name').inputValue()).toBe(name);
  expect(await page.getByLabel('Prompt').nth(1).inputValue()).toBe(prompts[1]);
  await client.press(client.button('Start the experiment'));
  await page.waitForURL(/\/experiments\/(?!new)/);
  await page.reload();
  await page.getByRole('heading', { name }).waitFor();
}

export async function vote({ client, page }: Walk): Promise<void> {
  await client.press(client.button('App 1 is the best'));
  const mine = page.locator('section', { hasText: 'yours is one of them' }).getByRole('heading').first();
  const arm = await mine.textContent();
  await page.reload();
  await mine.waitFor();
  expect(await mine.textContent()).toBe(arm);
}

/**
 * Finds the app and its fork in the admin view. The search leaves out the change and the apps of the experiment. Then opens the
 * first run.
 */
export async function adminFinds({ client, page, prompt }: Walk, word: string): Promise<void> {
  const words = `${word} -short -helps`;
  const search = page.getByLabel('Search prompts');
  const rows = page.getByRole('list', { name: 'Generations' }).getByRole('listitem');
  await client.press(page.getByRole('link', { name: 'Admin' }));
  await search.fill(words);
  await search.press('Enter');
  await page.waitForURL(/q=/);
  await page.reload();
  await rows.nth(1).waitFor();
  expect(await search.inputValue()).toBe(words);
  expect(await rows.count()).toBe(2);
  await client.press(rows.last().getByRole('link'));
  await page.getByText('Waiting for the preview to answer').waitFor();
  await page.reload();
  await page.getByText('Waiting for the preview to answer').waitFor();
  await page.getByText(`“${prompt}”`).waitFor();
}

async function goTo(client: ClientPage, view: 'App' | 'Code' | 'Time'): Promise<void> {
  const views = client.page.getByRole('navigation', { name: 'Views of the project' });
  await client.press(views.getByRole('link', { name: view }));
}
