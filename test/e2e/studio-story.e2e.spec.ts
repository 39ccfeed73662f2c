import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Frame, Locator } from 'playwright-core';
import { seriousFindings } from '../support/axe.js';
import { describeWithChromium } from '../support/chromium.js';
import { ClientPage } from '../support/client-page.js';
import { type FakeModel, fakeModel } from '../support/fake-model.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';
import * as walk from '../support/studio-walk.js';

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const PATIENCE_MS = 60_000;

describeWithChromium('the whole story in the studio', () => {
  let service: RunningService;
  let model: FakeModel;
  let browser: Browser;
  /** The model answers with screens, or with a change, after that. */
  let screensHeld = Promise.resolve();
  let changeHeld = Promise.resolve();
  /** The app made last. */
  let madeId: string;

  beforeAll(async () => {
    model = await fakeModel({
      answer: async ({ about }) => {
        if (about === 'plan') return undefined;
        await (about === 'edit' ? changeHeld : screensHeld);
        return about === 'edit' ? walk.CHANGE_ANSWER : undefined;
      },
    });
    service = await startService({ OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'fake' });
    browser = await launchChromium();
    await untilPreviewsAreReady(service);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await browser.close();
    await service.close();
    await model.close();
  }, PATIENCE_MS);

  async function begin(spice: string, options: BrowserContextOptions): Promise<walk.Walk> {
    const client = await ClientPage.open(browser, service.url, options);
    client.page.setDefaultTimeout(PATIENCE_MS);
    return { browser, client, page: client.page, prompt: `Create an app for the ${spice} in my kitchen` };
  }

  /** Create, watch, edit together, point and revise, rewind, fork. */
  async function makesAnApp(story: walk.Walk): Promise<string> {
    const { client, page } = story;
    const hold = Promise.withResolvers<void>();
    screensHeld = hold.promise;
    await walk.describeApp(story);
    await walk.watchIt(story, hold.resolve);
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    const other = await walk.editTogether(story);
    await walk.pointAndRevise(story);
    await walk.isTheSameIn(other, story);
    expect(other.complaints).toEqual([]);
    await other.close();
    await walk.rewind(story);
    await walk.fork(story);
    expect(client.complaints).toEqual([]);
    return id;
  }

  it.each([
    ['a desktop', 'saffron', DESKTOP],
    ['a phone, with a finger', 'turmeric', PHONE],
  ])(
    'goes from the first words to what the admin finds on %s, and a reload at any stage loses nothing',
    async (_, spice, options) => {
      const story = await begin(spice, options);
      madeId = await makesAnApp(story);
      await walk.experiment(story, `Which ${spice}`);
      await walk.vote(story);
      await walk.adminFinds(story, spice);
      expect(story.client.complaints).toEqual([]);
      await story.client.close();
    },
    2 * FIRST_PREVIEW_TIMEOUT_MS,
  );

  describe('what else can be done about a change', () => {
    let client: ClientPage;
    let panel: Locator;
    let box: Locator;

    beforeAll(async () => {
      client = await ClientPage.open(browser, `${service.url}/p/${madeId}`, DESKTOP);
      client.page.setDefaultTimeout(PATIENCE_MS);
      await client.reaches('Complete · run 2');
      panel = client.page.locator('#change');
      box = client.page.getByLabel('What should be different?');
    }, PATIENCE_MS);

    const settingsUrl = () => `${service.url}/api/v1/projects/${madeId}/files/${walk.SETTINGS}`;
    const settings = async (): Promise<string> => (await fetch(settingsUrl())).text();
    async function writeSettings(change: (text: string) => string): Promise<void> {
      const body = change(await settings());
      const { ok } = await fetch(`${settingsUrl()}?user_id=bob`, { method: 'PUT', headers: { 'if-match': '*' }, body });
      expect(ok).toBe(true);
    }
    const frame = (): Frame => {
      const found = client.page.frames().find((each) => each.url().includes(`${madeId}.localhost`));
      if (!found) throw new Error('There is no preview.');
      return found;
    };
    const entry = (words: string): Locator => panel.getByRole('listitem').filter({ hasText: words });
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
    };

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

    it('shows what each change did, and takes it back, and that back again', async () => {
      const change = entry('Call the settings choices');
      await change.getByText(/guest-\d+ · at \S+\.tsx:\d+/).waitFor();
      await change.getByRole('button', { name: '1 file' }).click();
      await change.getByRole('button', { name: /app\/settings\.tsx.*\+1 −1/ }).click();
      await change.getByText('title={"Choices"}').waitFor();
      expect(await entry('Create an app for').getByRole('button', { name: /Undo/ }).count()).toBe(0);

      await change.getByRole('button', { name: 'Undo' }).click();
      await entry('Undid: Call the settings choices').waitFor();
      expect(await settings()).toContain('title={"Options"}');
      await client.page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
      await client.page.getByText('Undone.').waitFor();
      expect(await settings()).toContain('title={"Choices"}');
    });

    it('says where a person and a model changed the same lines, and takes those of the model, in the name of who decides', async () => {
      await writeSettings((text) => text.replace('title={"Choices"}', 'title={"Options"}'));
      const hold = Promise.withResolvers<void>();
      changeHeld = hold.promise;
      const asked = model.heard.length;
      await box.fill('Call them choices once more');
      await client.button('Change it').click();
      await until(() => model.heard.length > asked);
      await writeSettings((text) => text.replace('title={"Options"}', 'title={"Wishes"}'));
      hold.resolve();
      const conflicts = panel.getByRole('region', { name: 'Conflicts' });
      await conflicts.getByText(/A person and fake changed the same lines \(\d+\)/).waitFor();
      await client.reaches('Complete · run 3');
      expect(await settings()).toContain('title={"Wishes"}');
      expect(await seriousFindings(client.page)).toEqual([]);
      await conflicts.getByRole('button', { name: 'Use those of fake' }).click();
      await conflicts.waitFor({ state: 'detached' });
      expect(await settings()).toContain('title={"Choices"}');
      await entry('Edited app/settings.tsx')
        .first()
        .getByText(/guest-/)
        .waitFor();
    });

    it('lets changes wait their turn, and withdraws one', async () => {
      const hold = Promise.withResolvers<void>();
      changeHeld = hold.promise;
      await box.fill('First of all');
      await box.press('Control+Enter');
      await client.reaches('Running · run 4');
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
      await client.reaches('Failed · run 4');
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
      await client.button(/^Show all/).click();
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
});
