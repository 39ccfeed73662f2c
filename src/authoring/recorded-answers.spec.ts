import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { planApp } from '../blueprint/plan-app.js';
import { fileOf } from '../blueprint/render/app-stage.js';
import { wholeApp } from '../blueprint/whole-app.js';
import type { AppPlan, SourceFile } from '../generation/plan.js';
import { taggedParts } from './answer/tagged-parts.js';
import { readPlanAnswer } from './plan-answer.js';
import { planFromAnswer } from './plan-from-answer.js';
import { readScreenAnswer } from './screen-answer.js';

const FOLDER = 'test/fixtures/recorded-answers';
const answers = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({ number: Number(name.slice(0, 3)), text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));

interface Recorded {
  readonly prompt: string;
  /** The numbers of its plan, and of its last screen. */
  readonly plan: number;
  readonly last: number;
}

const GAME =
  'A classic snake game with swipe controls, increasing speed, pause, sound-free haptics and a high score table';
const DRUMS = 'A drum machine: 4 tracks x 16 steps, tempo slider, play/stop, clear, save and load patterns';
const CHOIR =
  'I want an app for my choir: rehearsal schedule, songs with lyrics, attendance and a members list. Use burgundy and cream.';
const APPS: readonly Recorded[] = [
  { prompt: GAME, plan: 1, last: 7 },
  { prompt: DRUMS, plan: 8, last: 14 },
  { prompt: CHOIR, plan: 15, last: 28 },
];

function replayed({ prompt, plan: first, last }: Recorded): {
  readonly plan: AppPlan;
  readonly screens: readonly (SourceFile & { readonly text: string })[];
} {
  const { plan } = planFromAnswer(planApp({ prompt }), readPlanAnswer(textOf(first)));
  const screens = answers
    .filter(({ number }) => number > first && number <= last)
    .map(({ text }) => {
      const [, path = ''] = /^<file path="(.*)">\n/.exec(text) ?? [];
      const read = readScreenAnswer(text, path);
      if (!('file' in read)) throw new Error(read.problems.join());
      return { ...read.file, text };
    });
  return { plan, screens };
}

const textOf = (number: number): string => answers.find((answer) => answer.number === number)?.text ?? '';

describe.each(APPS)('the recorded answers to “$prompt”', (recorded) => {
  const { plan, screens } = replayed(recorded);

  it('are read to the letter, each at the first time', () => {
    for (const { path, content, text } of screens) {
      expect(text).toContain(`<file path="${path}">\n${content.trimEnd()}\n</file>`);
    }
  });

  it('give an app with every screen that the plan speaks of, and no other', () => {
    const paths = plan.screens.map(fileOf);
    expect(plan.screens.filter(({ brief }) => brief === undefined)).toEqual([]);
    expect(screens.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
    const app = wholeApp(plan, screens, { isFinished: true });
    for (const { path, content } of screens.filter((screen) => paths.includes(screen.path))) {
      expect(app.find((file) => file.path === path)?.content).toBe(content);
    }
  });
});

describe('the choir’s app as it was recorded', () => {
  const { plan } = replayed(APPS.find(({ prompt }) => prompt === CHOIR) as Recorded);

  it('keeps the lines of its lyrics', () => {
    const lyrics = plan.entities.find(({ name }) => name === 'Song')?.samples.map((song) => String(song['lyrics']));
    expect(lyrics?.[0]).toContain('Lacrimosa dies illa,\nqua resurget ex favilla\njudicandus homo reus.\n\nHuic ergo');
    const samples = wholeApp(plan).find(({ path }) => path === 'lib/samples.ts')?.content ?? '';
    expect(samples).toContain('Lacrimosa dies illa,\\nqua resurget');
  });

  it('is burgundy and cream, as its prompt says', () => {
    expect(plan.theme.light).toMatchObject({ primary: '#7d1f3c', background: '#f3eadb' });
  });

  it.each([29, 30, 31])('is changed by edits that are whole (%d)', (number) => {
    const text = textOf(number);
    const { edits } = taggedParts(text);
    expect(edits.filter(({ isWhole }) => !isWhole)).toEqual([]);
    const blocks = edits.reduce((sum, { replacements }) => sum + replacements.length, 0);
    expect(blocks).toBe(text.split('<<<<<<< SEARCH').length - 1);
    expect(edits).toHaveLength(text.split('<edit path=').length - 1);
  });
});

it('the game’s and the drum machine’s numbers are not summed up: nobody asked for a total', () => {
  for (const recorded of APPS) {
    const fields = replayed(recorded).plan.entities.flatMap((entity) => entity.fields);
    expect(fields.filter(({ summary }) => summary !== undefined)).toEqual([]);
  }
});
