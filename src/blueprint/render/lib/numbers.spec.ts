import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { AppLanguage } from '../../../generation/plan.js';
import { planApp } from '../../plan-app.js';
import { numbersFile } from './numbers-file.js';
import { wordsFile } from './words-file.js';

interface Numbers {
  readNumber(text: string, unit?: string): number | undefined;
  formatMoney(value: number): string;
}

const loaded: Partial<Record<AppLanguage, Numbers>> = {};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numbers-'));
  for (const language of ['en', 'de', 'fr'] as const) {
    const stage = { plan: { ...planApp({ prompt: 'expenses' }), language }, screens: [], isFinished: true };
    await writeFile(join(folder, `words-${language}.ts`), wordsFile(stage).content);
    const text = numbersFile(stage).content.replace('"./words"', `"./words-${language}"`);
    await writeFile(join(folder, `numbers-${language}.ts`), text);
    loaded[language] = (await import(join(folder, `numbers-${language}.ts`))) as Numbers;
  }
});

afterAll(() => rm(folder, { recursive: true }));

const read = (language: AppLanguage, text: string, unit?: string): number | undefined =>
  loaded[language]?.readNumber(text, unit);

describe('a number as people type it', () => {
  it.each([
    ['1.250,00', 1250],
    ['1,250.00', 1250],
    ['1 250,00', 1250],
    ['1\u202f250,00', 1250],
    ["1'250.00", 1250],
    ['1.250.000', 1_250_000],
    ['12.50 €', 12.5],
    ['€ 12,50', 12.5],
    ['EUR 12.50', 12.5],
    ['١٢٫٥', 12.5],
    ['۱۲۳', 123],
    ['１２', 12],
    ['−5', -5],
    ['1½', 1.5],
    ['1 1/2', 1.5],
    ['3/4', 0.75],
    ['.5', 0.5],
  ])('%j is %d in every language', (text, value) => {
    for (const language of ['en', 'de', 'fr'] as const) expect(read(language, text)).toBeCloseTo(value);
  });

  it('with one separator before three digits is read as its language writes it', () => {
    expect(read('en', '1,250')).toBe(1250);
    expect(read('de', '1,250')).toBe(1.25);
    expect(read('de', '1.250')).toBe(1250);
    expect(read('en', '1.250')).toBe(1.25);
  });

  it.each(['', 'banana', '12abc', '1,2,3', '1.2,3.4', '--5', '1/0'])('%j is none', (text) => {
    for (const language of ['en', 'de'] as const) expect(read(language, text)).toBeUndefined();
  });

  it('may carry its own unit and no other', () => {
    expect(read('en', '12.5 km', 'km')).toBe(12.5);
    expect(read('en', '12.5 kg', 'km')).toBeUndefined();
  });
});

it('writes money as the language does', () => {
  expect(loaded.en?.formatMoney(1250.5)).toBe('$1,250.50');
  expect(loaded.de?.formatMoney(1250.5)).toMatch(/^1\.250,50\s€$/);
});
