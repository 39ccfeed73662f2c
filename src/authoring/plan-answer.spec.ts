import { describe, expect, it } from '@jest/globals';
import { planApp } from '../blueprint/plan-app.js';
import { wholeApp } from '../blueprint/whole-app.js';
import { FAKE_PLAN } from '../../test/support/fake-model.js';
import { type PlanAnswer, PLAN_SCHEMA, readPlanAnswer } from './plan-answer.js';
import { planFromAnswer } from './plan-from-answer.js';

const draft = planApp({ prompt: 'Create an app for what is in my kitchen' });
const answer = FAKE_PLAN as unknown as PlanAnswer;

const text = {
  label: '',
  type: 'text' as const,
  choices: [],
  unit: '',
  isRequired: false,
  summary: 'none' as const,
};

describe('a plan that a model answers', () => {
  it('becomes the blueprint’s plan: things, fields and samples by the model, routes and theme by the service', () => {
    const { plan } = planFromAnswer(draft, answer);
    expect(plan).toMatchObject({ name: 'Larder', theme: draft.theme, seed: draft.seed });
    expect(plan.entities).toHaveLength(1);
    expect(plan.entities[0]).toMatchObject({
      name: 'Supply',
      plural: 'Supplies',
      fields: [
        { name: 'name', type: 'text', isRequired: true },
        { name: 'shelf', type: 'choice', choices: ['Pantry', 'Fridge'] },
        { name: 'bestBefore', type: 'date' },
        { name: 'amount', type: 'number', unit: 'g' },
      ],
    });
    expect(plan.entities[0]?.samples[0]).toEqual({
      name: 'Lentils',
      shelf: 'Pantry',
      bestBefore: '2026-01-12',
      amount: 250,
    });
    expect(plan.screens.map(({ route }) => route)).toContain('(tabs)/supplies');
    expect(plan.screens.map(({ brief }) => brief).filter(Boolean)).toEqual(['Shows what runs out first.']);
    expect(wholeApp(plan).map(({ path }) => path)).toContain('app/(tabs)/supplies.tsx');
  });

  it.each([
    ['plain', JSON.stringify(FAKE_PLAN)],
    ['fenced', `Sure!\n\`\`\`json\n${JSON.stringify(FAKE_PLAN, null, 2)}\n\`\`\``],
  ])('is read when it is %s', (_, text) => {
    expect(readPlanAnswer(text)).toEqual(FAKE_PLAN);
  });

  it.each([
    ['prose', 'I would rather not.', /no JSON/],
    ['cut off', JSON.stringify(FAKE_PLAN).slice(0, 60), /no JSON/],
    ['of another shape', '{"name":"x"}', /^entities: /],
    ['of another type', JSON.stringify({ ...FAKE_PLAN, entities: 'none' }), /^entities: /],
  ])('is refused, with the reason, when it is %s', (_, text, reason) => {
    expect(() => readPlanAnswer(text)).toThrow(reason);
  });

  const json = JSON.stringify(FAKE_PLAN);
  const [entity] = FAKE_PLAN.entities;
  it.each([
    ['thought about in braces', `<think>The shape is {name}, or {"name": "x"}.</think>\n${json}`],
    ['the end of a thought that began elsewhere', `It is {"name": "x", "entities": []}.\n</think>\n${json}`],
    ['the last of two', `${JSON.stringify({ ...FAKE_PLAN, name: 'Draft' })}\nFinal:\n${json}`],
    ['behind a draft that was cut off', `{"name": "Lar\nFinal: ${json}`],
    ['with commas too many', json.replaceAll('}]', '},]')],
    ['in single quotes and with comments', `// the plan\n${json.replaceAll('"', "'").replace(',', ', /* app */ ')}`],
    ['wrapped', JSON.stringify({ plan: FAKE_PLAN })],
    [
      'with types of its own',
      JSON.stringify({
        ...FAKE_PLAN,
        entities: [
          {
            name: 'Supply',
            plural: 'Supplies',
            icon: 'nutrition',
            fields: entity?.fields.map(({ label, type, choices, unit, isRequired }) => ({
              name: label,
              type: type === 'text' ? 'string' : type === 'choice' ? 'enum' : type,
              ...(choices.length > 0 && { options: choices }),
              unit: unit || null,
              required: isRequired,
            })),
            samples: entity?.samples.map(([name, shelf, best_before, amount]) => ({
              name,
              shelf,
              best_before,
              amount: Number(amount),
            })),
          },
        ],
      }),
    ],
  ])('is read, without another request, when it is %s', (_, text) => {
    expect(readPlanAnswer(text)).toEqual(FAKE_PLAN);
  });

  it('may have its things and fields by their names', () => {
    const [entity] = answer.entities;
    const of = { shelf: 'text', best_before: { type: 'date' } };
    const said = {
      ...FAKE_PLAN,
      entities: { Supply: { plural: 'Supplies', icon: 'nutrition', fields: { name: 'text', ...of } } },
    };
    const read = readPlanAnswer(JSON.stringify(said));
    expect(read.entities).toMatchObject([{ label: 'Supply', plural: 'Supplies', icon: entity?.icon, samples: [] }]);
    expect(read.entities[0]?.fields.map(({ label, type }) => [label, type])).toEqual([
      ['name', 'text'],
      ['shelf', 'text'],
      ['best_before', 'date'],
    ]);
    const alone = readPlanAnswer(JSON.stringify({ ...FAKE_PLAN, entities: FAKE_PLAN.entities[0] }));
    expect(alone).toEqual(FAKE_PLAN);
  });

  it.each([
    ['musical-note', 'musical-notes-outline'],
    ['ios-dog', 'paw-outline'],
    ['Calendar', 'calendar-outline'],
    ['trophies', 'trophy-outline'],
  ])('has the nearest icon there is where it wishes for %s', (icon, known) => {
    const read = readPlanAnswer(JSON.stringify({ ...FAKE_PLAN, entities: [{ ...entity, icon }] }));
    expect(read.entities[0]?.icon).toBe(known);
  });

  it('cannot bring names that would break the code, nor fields twice', () => {
    const [entity] = answer.entities;
    if (!entity) throw new Error('The fake plan has an entity.');
    const hostile: PlanAnswer = {
      ...answer,
      name: `"; process.exit(); //${'x'.repeat(100)}`,
      entities: [
        {
          ...entity,
          label: '"}; eval(1) //',
          fields: [
            ...entity.fields,
            ...entity.fields,
            { label: 'id', type: 'text', choices: [], unit: '', isRequired: false, summary: 'none' },
          ],
        },
      ],
    };
    const { plan } = planFromAnswer(draft, hostile);
    expect(plan.name.length).toBeLessThanOrEqual(40);
    expect(plan.entities[0]?.name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
    const names = plan.entities[0]?.fields.map(({ name }) => name) ?? [];
    expect(names).toEqual([...new Set(names)]);
    expect(names).not.toContain('id');
  });

  it('has no screen that its model did not speak of, where it speaks of the usual ones', () => {
    const withCalendar = planApp({ prompt: 'Create an app for my choir: rehearsal schedule, calendar, members list' });
    const namesOf = (screens: PlanAnswer['screens']): readonly string[] =>
      planFromAnswer(withCalendar, { ...answer, screens }).plan.screens.map(({ name }) => name);
    const usual = ['Home', 'Supplies list', 'Supply details', 'Supply form', 'Profile', 'Settings'];
    const spoken = usual.map((screen) => ({ screen, brief: `What ${screen} shows.` }));
    expect(withCalendar.screens.map(({ name }) => name)).toContain('Calendar');
    expect(namesOf([{ screen: 'Home', brief: 'All.' }])).toContain('Calendar');
    expect(namesOf(spoken)).not.toContain('Calendar');
    expect(namesOf([...spoken, { screen: 'Calendar', brief: 'The month.' }])).toContain('Calendar');
    const { plan } = planFromAnswer(withCalendar, { ...answer, screens: spoken });
    expect(plan.screens.map(({ brief }) => brief)).not.toContain(undefined);
  });

  it('keeps the lines of a long text, and begins empty where it says so', () => {
    const field = {
      label: 'Name',
      type: 'text' as const,
      choices: [],
      unit: '',
      isRequired: true,
      summary: 'none' as const,
    };
    const fields = [field, { ...field, label: 'Lyrics', type: 'longtext' as const }];
    const songs = (samples: string[][]) =>
      planFromAnswer(draft, {
        ...answer,
        entities: [{ label: 'Song', plural: 'Songs', icon: 'musical-notes-outline', fields, samples }],
      }).plan.entities[0]?.samples;
    expect(songs([['The  Blue\nBird', 'The lake lay blue,\r\n  below  the hill\n\n\n\nO’er it\n']])).toEqual([
      { name: 'The Blue Bird', lyrics: 'The lake lay blue,\nbelow the hill\n\nO’er it' },
    ]);
    expect(songs([['Siyahamba', 'one\\ntwo']])).toEqual([{ name: 'Siyahamba', lyrics: 'one\ntwo' }]);
    expect(songs([])).toEqual([]);
  });

  it('has its colours, by name or digits, moved only where text could not be read, and says so', () => {
    const inColours = (primary: string, background: string, isTemplateAsked = false) =>
      planFromAnswer(draft, { ...answer, palette: { primary, background } }, { isTemplateAsked }).plan;
    const { theme, appearance, palette, notes } = inColours('deep Burgundy', '#F3EADB');
    expect(theme.light).toMatchObject({ primary: '#7d1f3c', background: '#f3eadb' });
    expect([appearance, palette]).toEqual(['light', { primary: '#7d1f3c', background: '#f3eadb' }]);
    expect(notes.join()).not.toContain('colour');
    expect(inColours('yellow', '').notes.join()).toMatch(/The colour #e0b400 was made darker \(#\w{6}\)/);
    expect(inColours('gnarl', '').notes.join()).toContain('The colour “gnarl” is not known');
    expect(inColours('burgundy', 'cream', true).theme).toEqual(draft.theme);
    expect(inColours('', '').theme).toEqual(draft.theme);
  });

  it('sums up what it says is worth it, and nothing else', () => {
    const [first] = answer.entities;
    if (!first) throw new Error('The fake plan has an entity.');
    const number = { label: 'Tempo', type: 'number' as const, choices: [], unit: 'bpm', isRequired: false };
    const summary = (of: 'none' | 'sum' | 'average') =>
      planFromAnswer(draft, {
        ...answer,
        entities: [{ ...first, fields: [...first.fields, { ...number, summary: of }] }],
      }).plan.entities[0]?.fields.at(-1)?.summary;
    expect([summary('none'), summary('average')]).toEqual([undefined, 'average']);
  });

  it.each<[string, unknown, unknown]>([
    [
      'as it was asked for',
      [{ label: 'Unit', type: 'choice', choices: ['kg', 'lb'], unit: '', initial: 'lb', isOffered: true }],
      [{ name: 'unit', label: 'Unit', type: 'choice', choices: ['kg', 'lb'], initial: 'lb', isOffered: true }],
    ],
    [
      'by their names, with what they are at first',
      { Sound: true, tempo: 120, 'Beat on screen': ['x...', '.x..'] },
      [
        { name: 'sound', label: 'Sound', type: 'boolean', initial: true, isOffered: true },
        { name: 'tempo', label: 'tempo', type: 'number', initial: 120, isOffered: true },
        { name: 'beatOnScreen', label: 'Beat on screen', type: 'list', initial: ['x...', '.x..'], isOffered: false },
      ],
    ],
    [
      'in words of another trade',
      { difficulty: { type: 'enum', options: ['Easy', 'Hard'], default: 'hard' }, rest: { type: 'int', unit: 's' } },
      [
        { name: 'difficulty', type: 'choice', choices: ['Easy', 'Hard'], initial: 'Hard' },
        { name: 'rest', type: 'number', unit: 's', initial: 0 },
      ],
    ],
    ['by their names alone', ['Sound', 'Sound'], [{ name: 'sound', type: 'boolean', initial: false }]],
    [
      'in another script',
      { 単位: 'kg', 音量: 3 },
      [
        { name: 'entry', label: '単位', initial: 'kg' },
        { name: 'entry2', label: '音量', initial: 3 },
      ],
    ],
    ['of what every app has', ['Dark mode', { label: 'Theme', type: 'text' }], undefined],
    ['of no shape at all', 'many', undefined],
    ['nowhere', undefined, undefined],
  ])('keeps settings and the state of screens where it has them %s', (_, settings, expected) => {
    const { plan } = planFromAnswer(draft, readPlanAnswer(JSON.stringify({ ...FAKE_PLAN, settings })));
    if (expected === undefined) expect(plan.settings).toBeUndefined();
    else expect(plan.settings).toMatchObject(expected as object[]);
    expect(plan.settings?.length).toBe((expected as object[] | undefined)?.length);
  });

  it('keeps no more settings than a person would look through, whatever their names', () => {
    const hostile = Array.from({ length: 50 }, (_, at) => ({ label: `"}; eval(${at}) /* */ //`, type: 'text' }));
    const { plan } = planFromAnswer(draft, readPlanAnswer(JSON.stringify({ ...FAKE_PLAN, settings: hostile })));
    expect(plan.settings).toHaveLength(8);
    const names = plan.settings?.map(({ name }) => name) ?? [];
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(new Set(names).size).toBe(8);
    expect(wholeApp(plan).find(({ path }) => path === 'lib/model.ts')?.content).not.toMatch(/\*\/ \/\//);
  });

  it('keeps things and fields whose names are in another script', () => {
    const [first] = answer.entities;
    if (!first) throw new Error('The fake plan has an entity.');
    const fields = ['名前', '数量'].map((label) => ({ ...text, label }));
    const entities = ['食品', '棚'].map((label) => ({
      ...first,
      label,
      plural: label,
      fields,
      samples: [['米', '2']],
    }));
    const { plan } = planFromAnswer(draft, { ...answer, entities });
    expect(plan.entities.map(({ label }) => label)).toEqual(['食品', '棚']);
    for (const { fields: kept, samples } of plan.entities) {
      expect(kept.map(({ label }) => label)).toEqual(['名前', '数量']);
      expect(Object.values(samples[0] ?? {})).toEqual(['米', '2']);
    }
  });

  it('is refused where no thing has a text', () => {
    expect(() => planFromAnswer(draft, { ...answer, entities: [] })).toThrow(/one kind of thing/);
  });

  it('is asked for with a schema that strict servers take: every property required, none besides', () => {
    const objects = (value: unknown): readonly Record<string, unknown>[] =>
      typeof value !== 'object' || value === null
        ? []
        : [...('properties' in value ? [value] : []), ...Object.values(value).flatMap(objects)];
    for (const { properties, required, additionalProperties } of objects(PLAN_SCHEMA.schema)) {
      expect(required).toEqual(Object.keys(properties as object));
      expect(additionalProperties).toBe(false);
    }
  });
});
