import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { launchChromium } from '../support/launch-chromium.js';
import { ClientPage } from '../support/client-page.js';
import type { Script } from '../support/scripted-project.js';
import { ScriptedService } from '../support/scripted-service.js';

const PROMPT = 'Create a fitness tracking app';
const ESTIMATE = {
  model: 'gpt',
  basis: 'the table of prices',
  calls: { low: 1, high: 2 },
  input_tokens: { low: 1, high: 2 },
  output_tokens: { low: 1, high: 2 },
  cost_usd: null,
  duration_ms: { low: 1, high: 2 },
};
const NO_DISK = 'Failed to install dependencies: npm error: no disk';

let browser: Browser;
let service: ScriptedService | undefined;
const pages = new Set<ClientPage>();

async function open(path = '/'): Promise<ClientPage> {
  if (!service) throw new Error('Start the scripted service first.');
  const client = await ClientPage.open(browser, service.url + path);
  pages.add(client);
  return client;
}

async function serve(script: Script = {}): Promise<ScriptedService> {
  service = await ScriptedService.start(script);
  return service;
}

describeWithChromium('the page when things go wrong', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterEach(async () => {
    for (const client of pages) await client.close();
    pages.clear();
    await service?.close();
  });

  afterAll(() => browser.close());

  it('shows why a run failed, at which stage, and retries it', async () => {
    await serve({ failOnceAt: { stage: 'installing_deps', reason: NO_DISK, isRetryable: true } });
    const client = await open();
    await client.start(PROMPT);
    await client.reaches('Failed');
    const failure = client.page.locator('#failure');
    expect(await failure.textContent()).toContain(NO_DISK);
    expect(await failure.textContent()).toContain('Installing dependencies');
    await client.stage('installing_deps', 'failed').waitFor();

    await client.button('Retry').click();
    await client.reaches('Complete');
    expect(await failure.isVisible()).toBe(false);
    expect(await client.page.locator('#stages li[data-state="done"]').count()).toBe(11);
    expect(await isRising(client)).toBe(true);
  });

  it('starts again where a retry is of no use', async () => {
    await serve({ failOnceAt: { stage: 'analyzing', reason: 'cannot be planned', isRetryable: false } });
    const client = await open();
    await client.start(PROMPT);
    await client.reaches('Failed');
    await client.button('Start again').click();
    await client.reaches('Complete · run 2');
  });

  it('says how far the first preparation of the preview is while a run waits for it', async () => {
    const preparation = 'Installing the preview kit (first time only): 120 of 604 packages, 9 s';
    const scripted = await serve({ holdAt: 'installing_deps', preparation });
    const client = await open();
    await client.start(PROMPT);
    await client.page.locator('#message').getByText(preparation).waitFor();
    scripted.release();
    await client.reaches('Complete');
    await client.page.locator('#message').getByText(preparation).waitFor({ state: 'detached' });
  });

  it('cancels a run, and says so while it waits', async () => {
    await serve({ holdAt: 'starting_server' });
    const client = await open();
    await client.start(PROMPT);
    await client.stage('starting_server', 'running').waitFor();
    await client.button('Cancel').click();
    await client.reaches('Cancelled');
    await client.stage('starting_server', 'stopped').waitFor();
    await client.button('Start again').waitFor();
  });

  it('shows what a run is as its messages tell it: under a budget, complete, and revised', async () => {
    const scripted = await serve({ holdAt: 'adding_components' });
    const client = await open();
    await client.start(PROMPT);
    await client.stage('adding_components', 'running').waitFor();
    const id = new URL(client.page.url()).pathname.split('/').at(-1) ?? '';
    const words = client.page.locator('#message');
    scripted.do(id, (by) => ({ type: 'RecordBudgetReached', scope: 'run', budgetUsd: 1, spentUsd: 1, ...by }));
    await words.getByText('The budget is used up').waitFor();
    await client.stage('adding_components', 'running').waitFor();
    scripted.release();
    await client.reaches('Complete');

    scripted.do(id, (by) => ({ type: 'RecordEstimate', estimate: ESTIMATE, ...by }));
    scripted.do(id, (by) => ({ type: 'ReportTrouble', trouble: { source: 'page', message: 'Told last.' }, ...by }));
    await client.page.locator('#trouble').getByText('Told last.').waitFor();
    await client.reaches('Complete');

    scripted.hold();
    scripted.do(id, () => ({ type: 'ReviseRun', instruction: 'Make it blue' }));
    await client.reaches('Running · run 2');
    expect(await client.page.locator('#prompt-text').textContent()).toBe('Make it blue');
    await client.stage('preview_ready', 'done').waitFor();
    await client.button('Cancel').click();
    await client.reaches('Cancelled · run 2');
    await client.button('Request it again').click();
    await client.reaches('Running · run 3');
    expect(await client.page.locator('#prompt-text').textContent()).toBe('Make it blue');
    scripted.release();
    await client.reaches('Complete · run 3');
  });

  it('changes the prompt and runs again on the same project', async () => {
    await serve();
    const client = await open();
    await client.start(PROMPT);
    await client.reaches('Complete');
    const link = client.page.url();
    await client.button('Change prompt and run again').click();
    expect(await client.prompt.inputValue()).toBe(PROMPT);
    await client.start('A recipe book with a shopping list');
    await client.reaches('Complete · run 2');
    expect(client.page.url()).toBe(link);
    expect(await client.page.locator('#prompt-text').textContent()).toBe('A recipe book with a shopping list');
  });

  it.each([1001, 1006, 1013])('comes back after a close with %i, from the last message it has', async (code) => {
    const { cursors } = await serve({ holdAt: 'starting_server' });
    const client = await open();
    await client.start(PROMPT);
    await client.stage('starting_server', 'running').waitFor();
    service?.dropViewers(code);
    await client.connection.getByText('Live').waitFor();
    await expectEventually(() => cursors.length === 2);
    service?.release();
    await client.reaches('Complete');
    expect(cursors[1]).toBeGreaterThan(0);
    expect(await client.page.locator('#screens li').count()).toBe(7);
    expect(await isRising(client)).toBe(true);
  });

  it('comes back when the network does', async () => {
    const { cursors } = await serve({ holdAt: 'starting_server' });
    const client = await open();
    await client.start(PROMPT);
    await client.stage('starting_server', 'running').waitFor();
    await client.page.context().setOffline(true);
    await client.page.context().setOffline(false);
    await expectEventually(() => cursors.length > 1);
    await client.connection.getByText('Live').waitFor();
    service?.release();
    await client.reaches('Complete');
    expect(await client.page.locator('#screens li').count()).toBe(7);
  });

  it('says that it is reconnecting while the service is away', async () => {
    const { port } = new URL((await serve({ holdAt: 'starting_server' })).url);
    const client = await open();
    await client.start(PROMPT);
    await client.stage('starting_server', 'running').waitFor();
    await service?.close();
    await client.connection.getByText('Reconnecting').waitFor();
    // Another service with an empty log took its place: the page follows that one.
    service = await ScriptedService.start({}, Number(port));
    await client.connection.getByText('Live').waitFor({ timeout: 15_000 });
    await client.page.getByRole('heading', { name: 'Describe an app' }).waitFor();
  });

  it('does not come back where it is refused, and says why', async () => {
    const scripted = await serve();
    scripted.isRefusing = true;
    const client = await open('/p/not-for-you');
    await client.connection.getByText('Connection refused: not today').waitFor();
    await client.page.waitForTimeout(1_500);
    expect(scripted.cursors).toEqual([0]);
  });

  it('sends the start again that a dropped connection swallowed', async () => {
    const scripted = await serve();
    scripted.isDeaf = true;
    const client = await open();
    await client.start(PROMPT);
    await expectEventually(() => scripted.swallowed === 1);
    scripted.isDeaf = false;
    scripted.dropViewers(1006);
    await client.reaches('Complete');
    expect(await client.status.textContent()).toBe('Complete');
  });

  it('explains beside the field what is wrong with the prompt', async () => {
    await serve();
    const client = await open();
    await client.start('an app');
    const problem = client.page.getByRole('alert').filter({ hasText: 'at least 10' });
    await problem.waitFor();
    expect(await client.prompt.getAttribute('aria-invalid')).toBe('true');
    await client.prompt.fill('an app for plants');
    await problem.waitFor({ state: 'hidden' });
    await client.prompt.fill('x'.repeat(5001));
    await client.prompt.press('Control+Enter');
    await client.page.getByRole('alert').filter({ hasText: 'Too long by 1' }).waitFor();
    expect(client.complaints).toEqual([]);
  });

  it('starts with the keyboard alone', async () => {
    await serve();
    const client = await open();
    await client.prompt.focus();
    await client.page.keyboard.type('A plant care diary for my windowsill');
    await client.page.keyboard.press('Control+Enter');
    await client.reaches('Complete');
  });

  it('offers a project that has no run yet as a place to start', async () => {
    await serve();
    const client = await open('/p/empty-project');
    await client.start(PROMPT);
    await client.reaches('Complete');
    expect(client.page.url()).toContain('/p/empty-project');
  });

  it('shows text of the log as text', async () => {
    const scripted = await serve({
      failOnceAt: { stage: 'analyzing', reason: '<img src=x onerror=alert(1)>', isRetryable: true },
    });
    const client = await open();
    await client.start('<b>bold</b> <script>alert(1)</script> app');
    await client.reaches('Failed');
    expect(await client.page.locator('#prompt-text').textContent()).toContain('<script>alert(1)</script>');
    expect(await client.page.locator('#failure img').count()).toBe(0);
    expect(scripted.cursors).toEqual([0]);
    expect(client.complaints).toEqual([]);
  });
});

async function isRising(client: ClientPage): Promise<boolean> {
  const values = await client.bar();
  return values.length > 1 && values.every((value, index) => value >= (values[index - 1] ?? 0));
}

async function expectEventually(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}
