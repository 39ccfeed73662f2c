import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { APP_LANGUAGES } from '../../../generation/plan.js';
import { planApp } from '../../plan-app.js';
import { SHARED_FILES } from '../shared-files.js';
import { wordsFile } from './words-file.js';

interface Dates {
  readDay(text: string): string | undefined;
  typedDay(day: string): string;
}

const loaded = new Map<string, Dates>();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dates-'));
  for (const language of APP_LANGUAGES) {
    const stage = { plan: { ...planApp({ prompt: 'expenses' }), language }, screens: [], isFinished: true };
    await writeFile(join(folder, `words-${language}.ts`), wordsFile(stage).content);
    const dates = SHARED_FILES.find(({ path }) => path === 'lib/dates.ts')?.content ?? '';
    const text = dates.replace('"./words"', `"./words-${language}"`);
    await writeFile(join(folder, `dates-${language}.ts`), text);
    loaded.set(language, (await import(join(folder, `dates-${language}.ts`))) as Dates);
  }
});

afterAll(() => rm(folder, { recursive: true }));

describe.each(APP_LANGUAGES)('a day in %s', (language) => {
  const dates = (): Dates => {
    const own = loaded.get(language);
    if (!own) throw new Error(`lib/dates.ts was not made in ${language}.`);
    return own;
  };

  it.each(['2026-11-27', '2026-05-31', '2024-02-29', '1999-12-01'])('%s is read as the app itself writes it', (day) => {
    expect(dates().typedDay(day)).not.toBe(day);
    expect(dates().readDay(dates().typedDay(day))).toBe(day);
  });

  it.each([
    ['2026/5/31', '2026-05-31'],
    ['2026. 5. 31.', '2026-05-31'],
    ['2026年5月31日', '2026-05-31'],
    ['31.5.2026', '2026-05-31'],
    ['31/05/26', '2026-05-31'],
    ['5/31/2026', '2026-05-31'],
  ])('%s is read whatever the language', (text, day) => {
    expect(dates().readDay(text)).toBe(day);
  });

  it.each(['2026/13/01', '2026/02/30', 'tomorrow', '2026', '20260531', ''])('%j is none', (text) => {
    expect(dates().readDay(text)).toBeUndefined();
  });
});
