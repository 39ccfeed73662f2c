import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Frame, Locator } from 'playwright-core';
import { seriousFindings } from '../support/axe.js';
import { describeWithChromium } from '../support/chromium.js';
import { ClientPage } from '../support/client-page.js';
import { type FakeModel, fakeModel } from '../support/fake-model.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

const ID = 'larder';
/** Renames the settings. */
const EDIT = `<edit path="app/settings.tsx">
<<<<<<< SEARCH
title={"Settings"}
=======
title={"Choices"}
>>>>>>> REPLACE
</edit>`;
const PATIENCE_MS = 30_000;

describeWithChromium('changing an app in the studio', () => {
  let service: RunningService;
  let model: FakeModel;
  let browser: Browser;
  let client: ClientPage;
  let panel: Locator;
  let box: Locator;
  /** The answer to a change is held back until then. */
  let held = Promise.resolve();

  beforeAll(async () => {
    model = await fakeModel({
      answer: async ({ about }) => {
        if (about !== 'edit') return undefined;
        await held;
        return EDIT;
      },
    });
    service = await startService({ OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'fake' });
    browser = await launchChromium();
    await untilPreviewsAreReady(service);
    const body = { project_id: ID, prompt: 'Create an app for what is in my kitchen', user_id: 'ann' };
    await post('/api/v1/generate', body);
    client = await ClientPage.open(browser, `${service.url}/p/${ID}`, { viewport: { width: 1280, height: 800 } });
    client.page.setDefaultTimeout(PATIENCE_MS);
    await client.reaches('Complete', FIRST_PREVIEW_TIMEOUT_MS);
    panel = client.page.locator('#change');
    box = client.page.getByLabel('What should be different?');
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await browser.close();
    await service.close();
    await model.close();
  }, PATIENCE_MS);

  async function post(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(service.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  }

  const settings = async (): Promise<string> =>
    (await fetch(`${service.url}/api/v1/projects/${ID}/files/app/settings.tsx`)).text();
  const frame = (): Frame => {
    const found = client.page.frames().find((each) => each.url().includes(`${ID}.localhost`));
    if (!found) throw new Error('There is no preview.');
    return found;
  };
  const entry = (words: string): Locator => panel.getByRole('listitem').filter({ hasText: words });

  it('takes what an app tells of itself only while somebody is pointing', async () => {
    const forged =
      "parent.postMessage({ type: 'firstlight:picked', path: 'app/evil.tsx', line: 1, name: 'Evil' }, '*')";
    await client.app.getByText('Larder').first().waitFor();
    await frame().evaluate(forged);
    await client.button('Point at something').click();
    await client.app.locator('#firstlight-pick').waitFor({ state: 'attached' });
    await client.page.keyboard.press('Escape');
    await client.app.locator('#firstlight-pick').waitFor({ state: 'detached' });
    await frame().evaluate(forged);
    await client.button('Point at something').waitFor();
    expect(await panel.getByText('evil').count()).toBe(0);
  });

  it('points at an element, keeps it and the words over a reload, and changes the app there', async () => {
    await client.button('Point at something').click();
    await client.app.locator('#firstlight-pick').waitFor({ state: 'attached' });
    await client.clickInApp(client.app.getByText('Larder').first());
    const open = panel.getByRole('link', { name: 'Open the code' });
    await open.waitFor();
    const [, path, line] = /^\/p\/larder\/code\/(.+)\?line=(\d+)$/.exec((await open.getAttribute('href')) ?? '') ?? [];
    const chip = panel.getByText(`“Larder” in ${path}:${line}`);
    expect(await chip.count()).toBe(1);
    await box.fill('Call the settings choices');
    await client.page.reload();
    await open.waitFor();
    expect(await box.inputValue()).toBe('Call the settings choices');
    expect(await chip.count()).toBe(1);

    const before = await settings();
    await client.button('Change it').click();
    await client.reaches('Complete · run 2');
    expect(await settings()).toBe(before.replace('title={"Settings"}', 'title={"Choices"}'));
    expect(model.heard.findLast(({ about }) => about === 'edit')?.body).toContain('<pointed_at path=');
    expect(await box.inputValue()).toBe('');
    expect(await chip.count()).toBe(0);
  });

  it('shows what each change did, and takes it back, and that back again', async () => {
    const change = entry('Call the settings choices');
    await change.getByText(/guest-\d+ · at \S+\.tsx:\d+/).waitFor();
    await change.getByRole('button', { name: '1 file' }).click();
    await change.getByRole('button', { name: /app\/settings\.tsx.*\+1 −1/ }).click();
    await change.getByText('title={"Choices"}').waitFor();
    expect(await entry('Create an app for').getByRole('button', { name: /Undo/ }).count()).toBe(0);

    await change.getByRole('button', { name: 'Undo' }).click();
    await entry('Undid: Call the settings choices').waitFor();
    expect(await settings()).toContain('title={"Settings"}');
    await client.page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await client.page.getByText('Undone.').waitFor();
    expect(await settings()).toContain('title={"Choices"}');
  });

  it('lets changes wait their turn, and withdraws one', async () => {
    const hold = Promise.withResolvers<void>();
    held = hold.promise;
    await box.fill('First of all');
    await box.press('Control+Enter');
    await client.reaches('Running · run 3');
    for (const words of ['Then this', 'And that']) {
      await box.fill(words);
      await client.button('Add to the queue').click();
      await panel.getByRole('region', { name: 'Waiting' }).getByText(words).waitFor();
    }
    await entry('Then this').getByRole('button', { name: 'Withdraw' }).click();
    await entry('Then this').waitFor({ state: 'detached' });
    expect(await entry('And that').textContent()).toMatch(/^1And that.*guest-/);
    hold.resolve();
    // An edit of what is not there any more cannot be used: the app stays as it was, and says so.
    await client.reaches('Failed · run 3');
    await entry('First of all').getByText('could not be used').waitFor();
  });

  it('says beforehand where nobody understands what is asked for in words', async () => {
    await client.page.route('**/api/v1/models', (route) => route.fulfill({ json: { chosen: null, found: [] } }));
    await client.page.reload();
    await panel.getByText(/needs a model/).waitFor();
    await box.fill('Make it blue');
    expect(await client.button('Change it').isDisabled()).toBe(true);
    expect(await client.button('Point at something').isEnabled()).toBe(true);
    await client.page.unroute('**/api/v1/models');
  });

  it('can be read and used by everybody, also on a phone', async () => {
    await client.page.reload();
    // Those that undid it and brought it back have its words as well, and no place.
    const change = entry('Call the settings choices').filter({ hasText: /at \S+\.tsx:\d+/ });
    await change.getByRole('button', { name: '1 file' }).click();
    await change.getByRole('button', { name: /settings/ }).click();
    await change.getByText('title={"Choices"}').waitFor();
    expect(await seriousFindings(client.page)).toEqual([]);
    await client.page.setViewportSize({ width: 390, height: 844 });
    expect(await client.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await seriousFindings(client.page)).toEqual([]);
  });
});
