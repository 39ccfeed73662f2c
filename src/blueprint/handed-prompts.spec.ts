import { describe, expect, it } from '@jest/globals';

import table from '../../test/support/handed-prompts.json' with { type: 'json' };
import type { AppPlan } from '../generation/plan.js';
import type { NamedColours } from './named-colours.js';
import { planApp } from './plan-app.js';

/** What a person who asks this expects to find, written down before the rules were. */
interface Handed {
  readonly prompt: string;
  /** Kinds of function screens; `log`: a timer that keeps what it measured. */
  readonly functions: readonly string[];
  readonly records: readonly string[];
  readonly links?: readonly string[];
  readonly colours?: NamedColours;
  /** Of the app’s own words; absent: English. */
  readonly language?: string;
}

const HANDED: readonly Handed[] = table;

describe.each(HANDED)('the app for “$prompt”', ({ prompt, functions, records, links = [], colours, language }) => {
  const plan = planApp({ prompt });

  it('does what was asked', () => {
    expect(functionsOf(plan)).toEqual(expect.arrayContaining([...functions]));
  });

  it('keeps the records behind it', () => {
    expect(plan.entities.map(({ plural }) => plural)).toEqual(expect.arrayContaining([...records]));
  });

  it('links what belongs together, and to records that there are', () => {
    expect(linksOf(plan)).toEqual(expect.arrayContaining([...links]));
    expect(deadLinksOf(plan)).toEqual([]);
  });

  it('says what was understood, and has no names made of scraps', () => {
    expect(plan.notes.join('\n')).toMatch(/Understood without a model: \S/);
    const names = [plan.name, ...plan.screens.map(({ name }) => name), ...plan.entities.map(({ plural }) => plural)];
    expect(names.filter((name) => SCRAPS.test(name))).toEqual([]);
    expect(JSON.stringify(plan.entities)).not.toMatch(/Willow|Old Oak|Juniper/);
  });

  it('speaks the language that it was asked in', () => {
    expect(plan.language).toBe(language);
  });

  it('has the colours that were asked for, moved only where that is said', () => {
    expect(plan.palette).toEqual(colours);
    const { background, primary } = plan.theme.light;
    const moved = [background, primary].filter((colour) => colours && !Object.values(colours).includes(colour));
    expect(moved.filter((colour) => !plan.notes.some((note) => note.includes(colour)))).toEqual([]);
  });
});

/** Conjunctions, verbs, numbers and wishes for colours, which were names once. */
const SCRAPS = /^(?:and|follow|place|three|verwalten|container) /i;

const functionsOf = ({ screens }: AppPlan): readonly string[] =>
  screens.flatMap((screen) => screen.function?.kind ?? (screen.timer === 'log' ? 'log' : []));

const linksOf = ({ entities }: AppPlan): readonly string[] =>
  entities.flatMap(({ name, fields }) =>
    fields.flatMap((field) => (field.to === undefined ? [] : [`${name}.${field.name}>${field.to}`])),
  );

/** Links of samples to titles that no sample of the other kind has. */
const deadLinksOf = ({ entities }: AppPlan): readonly unknown[] =>
  entities.flatMap(({ fields, samples }) =>
    fields.flatMap(({ name, to }) => {
      if (to === undefined) return [];
      const titles = entities.find((entity) => entity.name === to)?.samples.map((sample) => sample['title']) ?? [];
      return samples
        .flatMap((sample) => [sample[name] ?? ''].flat())
        .filter((title) => title !== '' && !titles.includes(title));
    }),
  );
