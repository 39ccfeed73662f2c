import { LLMock } from '@copilotkit/aimock';

/** The plan that the fake model has for every app. */
export const FAKE_PLAN = {
  name: 'Larder',
  tagline: 'What is in the kitchen, and until when.',
  entities: [
    {
      label: 'Supply',
      plural: 'Supplies',
      icon: 'nutrition-outline',
      fields: [
        { label: 'Name', type: 'text', choices: [], unit: '', isRequired: true },
        { label: 'Shelf', type: 'choice', choices: ['Pantry', 'Fridge'], unit: '', isRequired: false },
        { label: 'Best before', type: 'date', choices: [], unit: '', isRequired: false },
        { label: 'Amount', type: 'number', choices: [], unit: 'g', isRequired: false },
      ],
      samples: ['Lentils', 'Oat milk', 'Rye flour', 'Feta', 'Chickpeas'].map((name, row) => [
        name,
        row % 2 === 0 ? 'Pantry' : 'Fridge',
        String(row * 7 - 3),
        String(250 * (row + 1)),
      ]),
    },
  ],
  screens: [{ screen: 'Home', brief: 'Shows what runs out first.' }],
};

/** Of each file that the fake model writes. */
export const FAKE_LINE = '// Written by the fake model.';

/** A question as the fake model has heard it. */
export interface HeardQuestion {
  /** `plan`, or the path of the file that was asked for. */
  readonly about: string;
  readonly body: string;
  /** How many questions were open when this one came, itself included. */
  readonly openAtOnce: number;
}

/** A model server over real HTTP that plans {@link FAKE_PLAN} and writes each screen as its draft with {@link FAKE_LINE}. */
export interface FakeModel {
  /** For OPENAI_BASE_URL. */
  readonly url: string;
  readonly server: LLMock;
  /** Every question so far, in the order they came. */
  readonly heard: readonly HeardQuestion[];
  close(): Promise<void>;
}

export interface FakeModelOptions {
  /** How long it thinks about a screen, in milliseconds. */
  readonly screenMs?: number;
  /** Answers in place of its own, where this gives one. */
  readonly answer?: (about: string, time: number) => string | undefined;
}

export async function fakeModel({ screenMs = 0, answer }: FakeModelOptions = {}): Promise<FakeModel> {
  const server = new LLMock({ port: 0, logLevel: 'silent' });
  const heard: HeardQuestion[] = [];
  let open = 0;
  server.on({ predicate: () => true }, async ({ messages, input }) => {
    const said = (messages as ChatMessages | undefined) ?? (input as ChatMessages);
    const about = subjectOf(said);
    open += 1;
    heard.push({ about, body: JSON.stringify(said), openAtOnce: open });
    if (about !== 'plan') await new Promise((resolve) => setTimeout(resolve, screenMs));
    open -= 1;
    const time = heard.filter((question) => question.about === about).length;
    return { content: answer?.(about, time) ?? ownAnswer(about, said) };
  });
  await server.start();
  return { url: `${server.url}/v1`, server, heard, close: () => server.stop() };
}

type ChatMessages = readonly { readonly role: string; readonly content: string }[];

function subjectOf(messages: ChatMessages): string {
  const all = messages.map(({ content }) => content).join('\n');
  return [...all.matchAll(/^Write (app\/\S+\.tsx): the screen/gm)].at(-1)?.[1] ?? 'plan';
}

function ownAnswer(about: string, messages: ChatMessages): string {
  if (about === 'plan') return JSON.stringify(FAKE_PLAN);
  const all = messages.map(({ content }) => content).join('\n');
  const start = all.lastIndexOf(`<file path="${about}">\n`);
  const draft = all.slice(start).split('\n').slice(1).join('\n');
  return `<file path="${about}">\n${FAKE_LINE}\n${draft.slice(0, draft.indexOf('</file>'))}</file>\n`;
}
