import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.js';
import { BadNetwork } from '../support/bad-network.js';
import { describeWithChromium } from '../support/chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

const PATH = 'app/(tabs)/index.tsx';
const SCREEN = `import { Text } from 'react-native';

export default function Home() {
  return <Text>Words</Text>;
}
`;

let service: RunningService;
let network: BadNetwork;
let browser: Browser;
const complaints: string[] = [];
/** Of axe. */
const findings: string[] = [];

/** The studio's code view of the project, for a person. */
async function codeOf(user: string, { path = PATH, url = service.url, ...options }: CodeOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await context.addInitScript(`if (window === top) localStorage.setItem('firstlight.name', ${JSON.stringify(user)})`);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/p/shared/code/${path}`);
  return page;
}

type CodeOptions = BrowserContextOptions & { readonly path?: string; readonly url?: string };

async function put(text: string, path = PATH, condition: Record<string, string> = { 'if-match': '*' }): Promise<void> {
  const init = { method: 'PUT', headers: condition, body: text };
  const { ok } = await fetch(`${service.url}/api/v1/projects/shared/files/${path}`, init);
  expect(ok).toBe(true);
}

const editor = (page: Page) => page.locator('.cm-content[contenteditable="true"]');
const textIn = async (page: Page): Promise<string> =>
  (await editor(page).locator('.cm-line').allTextContents()).join('\n');
const app = (page: Page) => page.frameLocator('iframe[title="Preview of the app"]');

/** Puts the cursor behind the words and types. */
async function typeBehind(page: Page, words: string, typed: string): Promise<void> {
  const line = editor(page).locator('.cm-line', { hasText: words }).first();
  await line.click();
  await page.keyboard.press('End');
  const text = (await line.textContent()) ?? '';
  for (let back = text.length - text.indexOf(words) - words.length; back > 0; back--)
    await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(typed);
}

describeWithChromium('the code view', () => {
  let ann: Page;
  let bob: Page;

  beforeAll(async () => {
    [service, browser] = [await startService(), await launchChromium()];
    network = await BadNetwork.before(service.port);
    await untilPreviewsAreReady(service);
    const start = { project_id: 'shared', prompt: 'Create a fitness tracking app' };
    const json = { 'content-type': 'application/json' };
    await fetch(`${service.url}/generate`, { method: 'POST', headers: json, body: JSON.stringify(start) });
    for (;;) {
      const { complete } = (await (await fetch(`${service.url}/status/shared`)).json()) as { complete: boolean };
      if (complete) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await put(SCREEN);
    [ann, bob] = [await codeOf('ann'), await codeOf('bob')];
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await browser.close();
    await network.close();
    await service.close();
  }, 60_000);

  it('shows two people each other’s text and cursors, and the app as they write it', async () => {
    await typeBehind(ann, 'Words', ' of ann');
    await editor(bob).getByText('Words of ann').waitFor();
    await typeBehind(bob, 'Words of ann', ' and bob');
    await editor(ann).getByText('Words of ann and bob').waitFor();
    await ann.locator('.cm-firstlight-cursor[data-name="bob"]').waitFor();
    await bob.locator('.cm-firstlight-cursor[data-name="ann"]').waitFor();
    await ann.getByRole('list', { name: 'Also in this file' }).getByText('bob').waitFor();
    for (const page of [ann, bob]) await app(page).getByText('Words of ann and bob').waitFor();
  });

  it('marks what does not parse, in the text, in the list and in the tree, while the app stays as it was', async () => {
    await editor(bob).getByText('return').first().click();
    await bob.keyboard.press('Home');
    await bob.keyboard.type('const broken = (; ');
    for (const page of [ann, bob]) {
      await page.locator('.cm-firstlight-problem').first().waitFor();
      await page.locator('.cm-problem-broken').first().waitFor();
    }
    const problem = ann.getByRole('list', { name: 'Problems' }).getByRole('link').first();
    expect(await problem.getAttribute('href')).toBe(`/p/shared/code/${PATH}?line=4`);
    await ann.getByRole('link', { name: 'index.tsx (does not parse: not in the app yet)' }).first().waitFor();
    await problem.click();
    await ann.locator('.cm-activeLine', { hasText: 'broken' }).waitFor();
  });

  it('shows lines that somebody else changed too in their place, and takes them by a press', async () => {
    // What does not parse is not in the file: who writes that line now does not know of it.
    const other = SCREEN.replace('Words', 'Words of ann and bob, told by REST');
    await put(other);
    await ann.locator('.cm-conflict-theirs', { hasText: 'told by REST' }).waitFor();
    await bob.getByRole('group', { name: 'Conflict with somebody' }).waitFor();
    findings.push(...(await seriousFindings(ann)));
    await bob.getByRole('button', { name: 'Use the other' }).click();
    for (const page of [ann, bob]) {
      await editor(page).locator('.cm-line', { hasText: 'told by REST' }).waitFor();
      await page.locator('.cm-conflict-theirs').waitFor({ state: 'detached' });
      await page.getByRole('list', { name: 'Problems' }).waitFor({ state: 'detached' });
    }
  });

  it('formats what is there, leaving alone what another person types meanwhile', async () => {
    await editor(ann).getByText('return').first().click();
    await ann.keyboard.press('Home');
    await ann.keyboard.type('const   a=1; ');
    await editor(bob).getByText('const   a=1;').waitFor();
    await typeBehind(bob, 'and bob', ' Miller');
    await ann.getByRole('button', { name: 'Format' }).click();
    await editor(bob).getByText('const a = 1;').waitFor();
    await bob.keyboard.type(' Junior');
    await editor(ann).getByText('and bob Miller Junior').waitFor();
    expect(await textIn(ann)).toBe(await textIn(bob));
    expect(await textIn(ann)).toContain('import { Text } from "react-native";');
  });

  it('finds and replaces in a file', async () => {
    await editor(ann).click();
    await ann.keyboard.press('Control+f');
    await ann.getByPlaceholder('Find').fill('Junior');
    await ann.getByPlaceholder('Replace').fill('Senior');
    await ann.getByRole('button', { name: 'replace all' }).click();
    await editor(bob).getByText('bob Miller Senior').waitFor();
    await ann.getByRole('button', { name: 'close', exact: true }).click();
  });

  it('has what was typed and not sent again after a reload', async () => {
    const carol = await codeOf('carol', { url: network.url });
    await editor(carol).waitFor();
    network.freezeWebSockets();
    await typeBehind(carol, 'Miller Senior', ' of carol');
    await carol.getByText('Not saved yet', { exact: true }).waitFor();
    expect(await textIn(ann)).not.toContain('carol');
    await carol.reload();
    await editor(ann).getByText('Miller Senior of carol').waitFor();
    await editor(carol).getByText('Miller Senior of carol').waitFor();
    await carol.context().close();
  });

  it('opens a file by its name, and has its tabs again after a reload', async () => {
    await ann.getByRole('searchbox', { name: 'Filter files by name' }).fill('not-found');
    await ann
      .getByRole('navigation', { name: 'Files of the app' })
      .getByRole('link', { name: '+not-found.tsx' })
      .click();
    await editor(ann).getByText('import').first().waitFor();
    await ann.reload();
    const tabs = ann.getByRole('navigation', { name: 'Open files' }).getByRole('link');
    await editor(ann).waitFor();
    expect(await tabs.allTextContents()).toEqual(['index.tsx', '+not-found.tsx']);
    await tabs.first().click();
    await editor(ann).getByText('Miller Senior of carol').waitFor();
  });

  it('makes, renames and deletes a file, and takes that back', async () => {
    const files = ann.getByRole('navigation', { name: 'Files of the app' });
    await ann.getByRole('button', { name: 'New file' }).click();
    await ann.getByLabel('Path of the new file').fill('app/config.js');
    await ann.getByRole('button', { name: 'Create' }).click();
    await ann.getByRole('alert').getByText('.js').waitFor();
    await ann.getByLabel('Path of the new file').fill('app/extra.tsx');
    await ann.getByRole('button', { name: 'Create' }).click();
    await editor(ann).getByText('export default function Extra()').waitFor();

    await ann.getByRole('button', { name: 'Rename app/extra.tsx' }).click();
    await ann.getByLabel('New path').fill('app/more.tsx');
    await ann.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await ann.waitForURL('**/code/app/more.tsx');
    await editor(ann).getByText('export default function Extra()').waitFor();

    await ann.getByRole('button', { name: 'Delete app/more.tsx' }).click();
    await ann.getByText('app/more.tsx was deleted.').waitFor();
    await ann.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await editor(ann).getByText('export default function Extra()').waitFor();
    await files.getByRole('link', { name: 'more.tsx' }).waitFor();
  });

  it('shows how a file came to be, and makes it again what it was', async () => {
    await ann.goto(`${service.url}/p/shared/code/${PATH}`);
    await editor(ann).waitFor();
    await ann.getByRole('link', { name: 'History' }).click();
    const versions = ann.getByRole('list', { name: 'Versions, newest first' }).getByRole('link');
    await versions.last().click();
    await ann.getByRole('button', { name: 'What has changed since' }).click();
    await ann.locator('.cm-changedLine', { hasText: 'Words of ann' }).first().waitFor();
    findings.push(...(await seriousFindings(ann)));
    await ann.getByRole('button', { name: 'Restore this version' }).click();
    await editor(bob).getByText('Words of ann').waitFor({ state: 'detached' });
    await ann.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await editor(bob).getByText('Words of ann').waitFor();
  });

  it('shows a picture as one, and what is too long to be edited together as a text to be read', async () => {
    const files = ann.getByRole('navigation', { name: 'Files of the app' });
    await files.getByRole('link', { name: /\.png/ }).first().click();
    const picture = ann.getByRole('region', { name: 'Open files' }).getByRole('img');
    await picture.waitFor();
    await ann.waitForFunction((image) => Number(Reflect.get(image, 'naturalWidth')) > 0, await picture.elementHandle());
    const [download] = await Promise.all([
      ann.waitForEvent('download'),
      ann.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    findings.push(...(await seriousFindings(ann)));

    // Within the characters that a file may have, beyond the bytes that can be edited together.
    const lines = Array.from({ length: 8_000 }, (_, line) => `${'語'.repeat(20)} ${line}`);
    await put(JSON.stringify(lines, null, 1), 'lib/words.json', { 'if-none-match': '*' });
    await files.getByRole('link', { name: 'words.json' }).click();
    await ann.getByText('is too large to edit together').waitFor();
    await ann
      .locator('.cm-content[contenteditable="false"], .cm-content[aria-readonly="true"]')
      .getByText('語 7"')
      .waitFor();
    expect(await editor(ann).and(ann.locator(':not([aria-readonly="true"])')).count()).toBe(0);
  });

  it('is read where no socket gets through, and says what to do', async () => {
    network.refusesSockets = true;
    const dave = await codeOf('dave', { url: network.url, viewport: { width: 390, height: 844 } });
    await dave.getByText('you need a WebSocket connection').waitFor();
    await dave.getByText('Words of ann').waitFor();
    expect(await editor(dave).count()).toBe(1);
    await dave.context().close();
  });

  it('has no serious finding of axe in any of this, light and dark, and complains of nothing', () => {
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
