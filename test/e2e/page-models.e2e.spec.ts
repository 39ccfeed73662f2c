import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { fakeAnswer } from '../support/fake-model.js';
import { ClientPage } from '../support/client-page.js';
import { describeWithChromium } from '../support/chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { listOfModels, type ModelServer, modelServer } from '../support/model-server.js';
import { messagesOf } from '../support/served-as.js';
import { sendAnswer } from '../support/server-frames.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

let browser: Browser;
let service: RunningService;
/** On this machine, with a small model and a large one; the first is asked for plans alone. */
let found: ModelServer;
/** That of the settings, with a key. */
let set: ModelServer;
let client: ClientPage;

const answering = (lists: Readonly<Record<string, unknown>>): Promise<ModelServer> =>
  modelServer((response, { body }) => sendAnswer(response, 'chat', { text: fakeAnswer(messagesOf(body)) }, {}), lists);

describeWithChromium('the models on this computer, on the page', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    found = await answering({ ...listOfModels('llama3.2:3b', 'qwen3-coder:30b'), '/api/tags': { models: [] } });
    set = await answering({});
    service = await startService({
      OPENAI_BASE_URL: set.url,
      OPENAI_MODEL: 'gpt-5.4-mini',
      OPENAI_API_KEY: 'sk-settings',
      MODEL_SERVERS: found.url,
      MODEL_WRITES: '',
    });
    await untilPreviewsAreReady(service);
    client = await ClientPage.open(browser, service.url);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterEach(() => {
    expect(client.complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await service.close();
    await found.close();
    await set.close();
  }, 30_000);

  const group = (): Locator => client.page.getByRole('group', { name: 'Models on this computer' });
  const chip = (name: string, pressed: boolean): Locator =>
    group().getByRole('button', { name: `${name} · Ollama`, pressed });
  const says = (words: string): Promise<void> =>
    client.page.locator('#writer').getByText(words, { exact: true }).waitFor();

  it('are named, and none is chosen where a key is set', async () => {
    await chip('llama3.2:3b', false).waitFor();
    await chip('qwen3-coder:30b', false).waitFor();
    expect(await group().getByRole('button').count()).toBe(2);
    await says('gpt-5.4-mini writes the apps.');
    expect([set.requests.length, found.requests.length]).toEqual([0, 0]);
  });

  it('are chosen by one press, which is kept', async () => {
    await chip('llama3.2:3b', false).click();
    await chip('llama3.2:3b', true).waitFor();
    await says('llama3.2:3b plans the apps; rules write them.');
    await service.restart();
    await client.page.reload();
    await chip('llama3.2:3b', true).waitFor();
    await says('llama3.2:3b plans the apps; rules write them.');
    // Only what a page says while its service is away.
    client.complaints.length = 0;
  });

  it('write then, in place of the settings’ model, and never get its key', async () => {
    await untilPreviewsAreReady(service);
    await client.start('Create an app for what is in my kitchen');
    await client.reaches('Complete', 60_000);
    await client.page.getByText('Planned by llama3.2:3b, written by rules.').waitFor();
    expect([set.requests.length, found.requests.length]).toEqual([0, 1]);
    expect(JSON.stringify(found.requests[0]?.headers)).not.toContain('sk-settings');
  });

  it('are given back by another press: the settings’ model writes again', async () => {
    await client.page.getByRole('link', { name: 'New app' }).click();
    await chip('llama3.2:3b', true).click();
    await chip('llama3.2:3b', false).waitFor();
    await says('gpt-5.4-mini writes the apps.');
  });

  it('are not named any more once they are gone', async () => {
    await found.close();
    await chip('qwen3-coder:30b', false).click();
    await chip('qwen3-coder:30b', false).waitFor({ state: 'detached' });
    await says('gpt-5.4-mini writes the apps.');
    client.complaints.length = 0;
  });
});
