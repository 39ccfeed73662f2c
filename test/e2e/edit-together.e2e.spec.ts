import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { connect, type ConnectionState, type ProjectConnection } from '../../src/client/connect.js';
import type { LogMessage } from '../../src/contract/messages/log-message.js';
import { BadNetwork } from '../support/bad-network.js';
import { EditorPages } from '../support/editor-page.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { type RunningService, startService } from '../support/service.js';

const PATH = 'app/settings.tsx';
const SCREEN = `import { Text } from 'react-native';

export default function Settings() {
  return <Text>Words</Text>;
}
`;
const END_OF_WORDS = SCREEN.indexOf('Words') + 'Words'.length;

let service: RunningService;
let pages: EditorPages;
let browser: Browser;
let network: BadNetwork;
/** Of the screen as it was first written. */
let firstSeq: number;
const connections: ProjectConnection[] = [];

beforeAll(async () => {
  pages = await EditorPages.open();
  service = await startService({ CORS_ORIGINS: pages.origin });
  network = await BadNetwork.before(service.port);
  browser = await launchChromium();
  await started('shared');
  const put = { method: 'PUT', headers: { 'if-match': '*' }, body: SCREEN };
  const answer = await fetch(`${service.url}/api/v1/projects/shared/files/${PATH}`, put);
  if (!answer.ok) throw new Error(await answer.text());
  firstSeq = ((await answer.json()) as { seq: number }).seq;
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  for (const connection of connections) connection.close();
  await browser.close();
  await network.close();
  await service.close();
  await pages.close();
}, 60_000);

/** A connection, and all that it told. */
function follow(projectId: string, options: Parameters<typeof connect>[1] = {}) {
  const connection = connect(projectId, { url: service.url, ...options });
  const log: LogMessage[] = [];
  const states: ConnectionState[] = [];
  connections.push(connection);
  const until = (isEnough: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (isEnough()) resolve();
        else setTimeout(look, 20);
      };
      look();
    });
  connection.listen({ message: (message) => log.push(message), state: (state) => states.push(state) });
  return { connection, log, states, until };
}

/** Resolves when the run is complete. */
async function started(projectId: string): Promise<void> {
  const { connection, log, until } = follow(projectId);
  await until(() => connection.state === 'open');
  connection.send({ action: 'start', prompt: 'Create a fitness tracking app' });
  await until(() => log.some(({ type }) => type === 'complete' || type === 'error'));
  connection.close();
  expect(log.at(-1)?.type).not.toBe('error');
}

async function editorOf(user: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(pages.urlOf({ service: service.url, project: 'shared', path: PATH, user }));
  await page.waitForFunction('window.view !== undefined');
  return page;
}

/** @param label of the project, or of a past version of it */
async function preview(label = 'shared'): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`http://${label}.localhost:${service.port}/settings`);
  return page;
}

const textIn = (page: Page): Promise<string> => page.evaluate('window.view.state.doc.toString()');
const moveTo = (page: Page, place: number): Promise<void> =>
  page.evaluate(`(view.focus(), view.dispatch({ selection: { anchor: ${place} } }))`);
/** Looks for the text and goes there in one: what others type in between would move it. */
const moveBefore = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    `(view.focus(), view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf(${JSON.stringify(text)}) } }))`,
  );
const untilText = (page: Page, text: string) =>
  page.waitForFunction(`window.view.state.doc.toString().includes(${JSON.stringify(text)})`);

describe('two people with the client’s editor in one screen', () => {
  let ann: Page;
  let bob: Page;
  let previews: readonly Page[];

  beforeAll(async () => {
    [ann, bob] = [await editorOf('ann'), await editorOf('bob')];
    previews = [await preview(), await preview()];
    for (const page of previews) await page.getByText('Words', { exact: true }).waitFor();
  }, 60_000);

  it('see each other type, each other’s cursor, and the app change in both previews', async () => {
    await moveTo(ann, END_OF_WORDS);
    await ann.keyboard.type(' of ann');
    await untilText(bob, 'Words of ann');
    await moveTo(bob, END_OF_WORDS + ' of ann'.length);
    await bob.keyboard.type(' and bob');
    await untilText(ann, 'Words of ann and bob');
    await ann.locator('.cm-firstlight-cursor[data-name="bob"]').waitFor();
    await bob.locator('.cm-firstlight-cursor[data-name="ann"]').waitFor();
    expect(await ann.locator('.cm-firstlight-cursor').count()).toBe(1);
    for (const page of previews) await page.getByText('Words of ann and bob').waitFor();
  }, 60_000);

  it('see what does not parse marked, while the previews keep the last good state; undo takes back one’s own', async () => {
    await moveBefore(bob, 'return');
    await bob.keyboard.type('const broken = (; ');
    await untilText(ann, 'const broken = (; ');
    for (const page of [ann, bob]) await page.locator('.cm-firstlight-problem').first().waitFor();
    await moveBefore(ann, ' and bob');
    await ann.keyboard.type(' Miller');
    await untilText(bob, 'ann Miller and bob');
    for (const page of previews) expect(await page.getByText('Words of ann and bob').isVisible()).toBe(true);

    while ((await textIn(bob)).includes('broken')) await bob.keyboard.press('Control+z');
    await ann.waitForFunction('!window.view.state.doc.toString().includes("broken")');
    expect(await textIn(ann)).toContain('Words of ann Miller and bob');
    for (const page of previews) await page.getByText('Words of ann Miller and bob').waitFor();
    await ann.waitForFunction('document.querySelector(".cm-firstlight-problem") === null');
    expect(await textIn(bob)).toBe(await textIn(ann));
  }, 60_000);

  it('see what does not fit its types marked once the typing has paused, until it is mended', async () => {
    await moveBefore(ann, 'return');
    await ann.keyboard.type("const count: number = 'many'; ");
    const mark = '.cm-firstlight-problem[title$="(TS2322)"]';
    for (const page of [ann, bob]) await page.locator(mark).waitFor();
    // It counts all the same, and others' changes too.
    await moveBefore(bob, ' and bob');
    await bob.keyboard.type(' Junior');
    for (const page of previews) await page.getByText('Words of ann Miller Junior and bob').waitFor();

    const wrong = (await textIn(ann)).indexOf("'many'");
    await ann.evaluate(`view.dispatch({ changes: { from: ${wrong}, to: ${wrong + "'many'".length}, insert: '7' } })`);
    for (const page of [ann, bob]) {
      await page.waitForFunction('document.querySelector(".cm-firstlight-problem") === null');
    }
  }, 120_000);
});

describe('what somebody puts in at once', () => {
  it('comes in as many messages as it needs, or is left out where one change is longer than a message', async () => {
    const [ann, bob] = [await editorOf('ann'), await editorOf('bob')];
    const put = (page: Page, text: string, times: number) =>
      page.evaluate(
        `for (let n = 0; n < ${times}; n++) view.dispatch({ changes: { from: 0, insert: ${JSON.stringify(text)} } })`,
      );
    const words = `// ${'語'.repeat(12_000)}\n`;
    await put(ann, words, 4);
    await bob.waitForFunction(`window.view.state.doc.toString().startsWith(${JSON.stringify(words.repeat(4))})`);
    const before = await textIn(ann);
    await put(ann, `// ${'語'.repeat(24_000)}\n`, 1);
    expect(await textIn(ann)).toBe(before);
    await put(ann, '// the end\n', 1);
    await untilText(bob, '// the end');
    for (const page of [ann, bob]) await page.close();
  }, 60_000);
});

describe('a past version of an app', () => {
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${service.url}/api/v1/projects/shared/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('is shown as it was, beside the app as it is now, before and after a restore', async () => {
    const { versions } = (await (await fetch(`${service.url}/api/v1/projects/shared/versions`)).json()) as {
      versions: readonly { seq: number }[];
    };
    const lastSeq = versions[0]?.seq ?? 0;
    const first = await preview(`shared--at-${firstSeq}`);
    await first.getByText('Words', { exact: true }).waitFor();
    const now = await preview();
    await now.getByText('Words of ann Miller Junior and bob').waitFor();

    expect((await post('restore', { to_seq: firstSeq })).status).toBe(200);
    await now.getByText('Words', { exact: true }).waitFor();
    const last = await preview(`shared--at-${lastSeq}`);
    await last.getByText('Words of ann Miller Junior and bob').waitFor();
    expect(await first.getByText('Words', { exact: true }).isVisible()).toBe(true);
  }, 60_000);
});

describe('a connection of the client', () => {
  const seqs = (log: readonly LogMessage[]): readonly number[] => log.map(({ seq }) => seq);
  const oneToHead = (log: readonly LogMessage[]): readonly number[] => log.map((_, index) => index + 1);

  it('notices that it is half open, renews itself, and has every event once', async () => {
    const { connection, log, states, until } = follow('shared', { url: network.url, aliveMs: 3_000 });
    await until(() => connection.state === 'open');
    const before = log.length;
    network.freeze();
    await until(() => states.includes('connecting') && states.lastIndexOf('connecting') > states.indexOf('open'));
    await fetch(`${service.url}/api/v1/projects/shared/files/lib/new.ts`, {
      method: 'PUT',
      headers: { 'if-none-match': '*' },
      body: 'export const fresh = 1;\n',
    });
    await until(() => log.some(({ type, data }) => type === 'file' && 'path' in data && data.path === 'lib/new.ts'));
    expect(log.length).toBeGreaterThan(before);
    expect(seqs(log)).toEqual(oneToHead(log));
  }, 60_000);

  it('polls where sockets do not get through, and starts a run that way', async () => {
    network.refusesSockets = true;
    const { connection, log, states, until } = follow('behind', { url: network.url, pollMs: 100 });
    await until(() => connection.state === 'polling');
    expect(connection.send({ action: 'open_file', path: PATH })).toBe(false);
    expect(connection.send({ action: 'start', prompt: 'Create a fitness tracking app' })).toBe(true);
    await until(() => log.some(({ type }) => type === 'complete' || type === 'error'));
    expect(log.filter(({ type }) => type === 'complete')).toHaveLength(1);
    expect(seqs(log)).toEqual(oneToHead(log));
    expect(states).toContain('polling');
    network.refusesSockets = false;
  }, 120_000);

  it('is refused with the service’s reason', async () => {
    const refused = await new Promise<Error>((resolve) => {
      const connection = connect('not an id', { url: service.url });
      connections.push(connection);
      connection.listen({ refused: resolve });
    });
    expect(refused.message).toContain('project_id');
  });
});
