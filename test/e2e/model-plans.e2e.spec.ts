import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AskedQuestion, FAKE_PLAN, type FakeModel, fakeModel, type GivenAnswer } from '../support/fake-model.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { callsOf } from '../support/journal.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { previewRuns } from '../support/preview-runs.js';
import { type RunningService, startService } from '../support/service.js';

const text = (label: string, more: object = {}): object => ({
  label,
  type: 'text',
  choices: [],
  unit: '',
  isRequired: true,
  summary: 'none',
  ...more,
});

/** In the request's language and colours. */
const CHOIR = {
  name: 'Chorheft',
  tagline: 'Was wir singen und wann wir proben.',
  palette: { primary: 'bordeaux', background: '#f3eadb' },
  entities: [
    {
      label: 'Lied',
      plural: 'Lieder',
      icon: 'musical-note',
      fields: [
        text('Titel'),
        text('Stimmlage', { type: 'choice', choices: ['Sopran', 'Alt', 'Bass'] }),
        text('Liedtext', { type: 'longtext', isRequired: false }),
      ],
      samples: [
        ['Abendlied', 'Alt', 'Der Mond ist aufgegangen,\ndie goldnen Sternlein prangen'],
        ['Kanon', 'Bass', 'Dona nobis'],
      ],
    },
  ],
  settings: [
    {
      label: 'Notenschlüssel',
      type: 'choice',
      choices: ['Violine', 'Bass'],
      unit: '',
      initial: 'Bass',
      isOffered: true,
    },
    { label: 'Aufgeschlagenes Lied', type: 'text', choices: [], unit: '', initial: '', isOffered: false },
  ],
  screens: [{ screen: 'Home', brief: 'Die nächste Probe und das Lied der Woche.' }],
};

const PLAN = JSON.stringify(FAKE_PLAN, null, 2);
const [fields, samples] = FAKE_PLAN.entities.flatMap((entity) => [entity.fields, entity.samples]) as [
  (typeof FAKE_PLAN.entities)[number]['fields'],
  string[][],
];
/** The same plan as models of a few billion parameters put it. */
const BENT: Readonly<Record<string, string>> = {
  'word-chatty': `Sure! Here is the plan for {your app}:\n\`\`\`json\n${PLAN.replaceAll('}\n', '},\n')}\n\`\`\`\nLet me know if {anything} should change.`,
  'word-python': `<think>Perhaps {"name": "Draft", "entities": []}?</think>\n{'plan': ${PLAN.replaceAll('"', "'")}} // done`,
  'word-loose': JSON.stringify({
    app_name: FAKE_PLAN.name,
    description: FAKE_PLAN.tagline,
    colors: null,
    entities: {
      Supply: {
        icon: 'no-such-icon-nutrition',
        fields: [
          'Name',
          ...fields.slice(1).map(({ label, type, choices, unit }) => ({
            name: label,
            type: type === 'choice' ? 'enum' : type,
            options: choices,
            unit: unit === '' ? null : unit,
            required: 'false',
          })),
        ],
        examples: samples.map(([name, shelf, best, amount]) => ({
          Name: name,
          Shelf: shelf,
          'Best before': Number(best),
          Amount: Number(amount),
        })),
      },
    },
    screens: ['Home', 'Home', { name: 'Supplies list', description: 'All of them.' }, 'Supplies list'],
  }),
};

const answer = ({ request, time }: AskedQuestion): GivenAnswer => {
  if (request.includes('word-deutsch')) return JSON.stringify(CHOIR);
  if (request.includes('word-prose')) return 'I would rather talk about the weather.';
  if (time === 1 && request.includes('word-cut')) return { content: PLAN.slice(0, 700), finishReason: 'length' };
  if (time === 1 && request.includes('word-torn')) return PLAN.slice(0, 700);
  return Object.entries(BENT).find(([word]) => request.includes(word))?.[1];
};

interface Ran {
  readonly end: WireMessage;
  readonly calls: readonly string[];
}

const PROMPT = 'Create an app for what is in my kitchen';
const PROMPTS: Readonly<Record<string, string>> = {
  'word-deutsch': 'Eine App für meinen Chor mit Liedern und Proben, in Bordeaux und Creme, word-deutsch',
  ...Object.fromEntries(
    [...Object.keys(BENT), 'word-cut', 'word-torn', 'word-prose'].map((word) => [word, `${PROMPT}, ${word}`]),
  ),
};

let model: FakeModel;
let service: RunningService;
let runs: ReadonlyMap<string, Ran>;

/** All at once: they share nothing but the service. */
beforeAll(async () => {
  model = await fakeModel({ answer });
  service = await startService({ OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'small', MODEL_WRITES: 'plan' });
  const all = Object.entries(PROMPTS).map(async ([word, prompt]) => [word, await run(word, prompt)] as const);
  runs = new Map(await Promise.all(all));
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
  await model.close();
}, 30_000);

async function run(id: string, prompt: string): Promise<Ran> {
  const viewer = await ProjectViewer.open(service.url, id);
  viewer.start(prompt);
  const end = await viewer.end();
  await viewer.close();
  return { end, calls: await callsOf(service, id) };
}

const ranOf = (word: string): Ran => runs.get(word) as Ran;
const heardOf = (word: string): number => model.heard.filter(({ body }) => body.includes(word)).length;
const contentOf = async (id: string, path: string): Promise<string> =>
  (await fetch(`${service.url}/api/v1/projects/${id}/files/${path}`)).text();

const BY_PLAN = { type: 'complete', data: { app_name: 'Larder', made_by: { way: 'plan', model: 'small' } } };

describe('an app of which a small model makes the plan alone', () => {
  it('is the plan’s, in the request’s language and colours, by one question', async () => {
    const { end, calls } = ranOf('word-deutsch');
    expect(end).toMatchObject({ ...BY_PLAN, data: { ...BY_PLAN.data, app_name: 'Chorheft' } });
    expect([calls, heardOf('word-deutsch')]).toEqual([['answered'], 1]);
    expect(await contentOf('word-deutsch', 'lib/theme.ts')).toMatch(/#7d1f3c[^]*#f3eadb|#f3eadb[^]*#7d1f3c/);
    const samples = await contentOf('word-deutsch', 'lib/samples.ts');
    expect(samples).toContain('Der Mond ist aufgegangen,\\ndie goldnen');
    const list = await contentOf('word-deutsch', 'app/(tabs)/lieder.tsx');
    expect(list).toContain('Lieder');
    expect(await contentOf('word-deutsch', 'lib/kinds.ts')).toContain('Stimmlage');
    // What it keeps besides records is typed and kept; that rules write no screen for it is said.
    const model = await contentOf('word-deutsch', 'lib/model.ts');
    expect(model).toMatch(/notenschluessel: "Bass",\n {2}aufgeschlagenesLied: "",/);
    const settings = await contentOf('word-deutsch', 'app/settings.tsx');
    expect([settings.includes('"Notenschlüssel"'), settings.includes('Aufgeschlagenes')]).toEqual([true, false]);
    expect((end.data['notes'] as string[]).join('\n')).toContain('keeps “Notenschlüssel” in its settings');
    await previewRuns(service, 'word-deutsch');
  });

  it.each(Object.keys(BENT))('is read the first time, however it is put: %s', async (word) => {
    const { end, calls } = ranOf(word);
    expect(end).toMatchObject(BY_PLAN);
    expect([calls, heardOf(word)]).toEqual([['answered'], 1]);
    expect(await contentOf(word, 'lib/samples.ts')).toMatch(/Lentils[^]*Pantry[^]*250/);
    expect(await contentOf(word, 'app/(tabs)/_layout.tsx')).toContain('nutrition-outline');
    const files = (await (await fetch(`${service.url}/api/v1/projects/${word}/files`)).json()) as {
      files: { path: string }[];
    };
    const screens = files.files.filter(({ path }) => /^app\/(?!.*_layout|\+)/.test(path));
    expect(screens).toHaveLength(6);
    await previewRuns(service, word);
  });

  it.each(['word-cut', 'word-torn'])('is asked for once more where the plan has no end: %s', async (word) => {
    const { end, calls } = ranOf(word);
    expect(end).toMatchObject(BY_PLAN);
    expect([calls, heardOf(word)]).toEqual([['answered', 'answered'], 2]);
    expect(model.heard.filter(({ body }) => body.includes(word)).at(-1)?.body).toContain('That cannot be used.');
    await previewRuns(service, word);
  });

  it('is planned by the model that its start asks for, at the same server', async () => {
    const viewer = await ProjectViewer.open(service.url, 'other-model');
    viewer.send({ action: 'start', prompt: `${PROMPT}, word-other`, options: { model: 'larger' } });
    expect(await viewer.end()).toMatchObject({ data: { made_by: { way: 'plan', model: 'larger' } } });
    await viewer.close();
    expect(model.heard.filter(({ body }) => body.includes('word-other')).map((asked) => asked.model)).toEqual([
      'larger',
    ]);
  });

  it('is by rules, and says so, where no plan comes', async () => {
    const { end, calls } = ranOf('word-prose');
    expect(end).toMatchObject({ type: 'complete', data: { made_by: { way: 'rules' } } });
    expect([calls, heardOf('word-prose')]).toEqual([['answered', 'answered'], 2]);
    expect((end.data['notes'] as string[]).join('\n')).toContain('The model’s plan could not be used');
    await previewRuns(service, 'word-prose');
  });

  it('is estimated as one question or two, and once there are plans, by their sizes', async () => {
    const asked = await fetch(`${service.url}/api/v1/estimate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: PROMPT }),
    });
    const { estimate } = (await asked.json()) as { estimate: object };
    expect(estimate).toMatchObject({ model: 'small', calls: { low: 1, high: 2 } });
    expect(estimate).toMatchObject({ basis: expect.stringMatching(/the plan alone.* plans that small wrote here/) });
    const { runs: of } = (await (await fetch(`${service.url}/api/v1/projects/word-chatty`)).json()) as {
      runs: { estimate: { output_tokens: { low: number; high: number } } }[];
    };
    expect(of[0]?.estimate).toMatchObject({ calls: { low: 1, high: 2 } });
  });
});
