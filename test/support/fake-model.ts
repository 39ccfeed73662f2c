import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatCompletionRequest, LLMock, type FixtureResponse } from '@copilotkit/aimock';

/** The plan that the fake model returns for every app. */
export const FAKE_PLAN = {
  name: 'Larder',
  tagline: 'What is in the kitchen, and until when.',
  palette: { primary: '', background: '' },
  entities: [
    {
      label: 'Supply',
      plural: 'Supplies',
      icon: 'nutrition-outline',
      fields: [
        { label: 'Name', type: 'text', choices: [], unit: '', isRequired: true, summary: 'none' },
        { label: 'Shelf', type: 'choice', choices: ['Pantry', 'Fridge'], unit: '', isRequired: false, summary: 'none' },
        { label: 'Best before', type: 'date', choices: [], unit: '', isRequired: false, summary: 'none' },
        { label: 'Amount', type: 'number', choices: [], unit: 'g', isRequired: false, summary: 'none' },
      ],
      samples: ['Lentils', 'Oat milk', 'Rye flour', 'Feta', 'Chickpeas'].map((name, row) => [
        name,
        row % 2 === 0 ? 'Pantry' : 'Fridge',
        String(row * 7 - 3),
        String(250 * (row + 1)),
      ]),
    },
  ],
  settings: [],
  screens: [{ screen: 'Home', brief: 'Shows what runs out first.' }],
};

/** The first line of each file that the fake model writes. */
export const FAKE_LINE = '// Written by the fake model.';

/** A request to be answered. */
export interface AskedQuestion {
  readonly about: string;
  readonly body: string;
  /** The words of the person that the request is about: the change if there is one, otherwise the prompt of the app. */
  readonly request: string;
  /** How often this was asked within the same request of the person, including this time. */
  readonly time: number;
}

/** An answer to give; undefined: the usual answer of the fake model. */
export type GivenAnswer = FixtureResponse | string | undefined;

/** A request as the fake model received it. */
export interface HeardQuestion {
  /** `plan`, `edit`, or the path of the requested file. */
  readonly about: string;
  readonly body: string;
  /** The name of the requested model. */
  readonly model: string;
  /** How many requests were open when this one came, including this one. */
  readonly openAtOnce: number;
}

/** A model server over real HTTP. It plans {@link FAKE_PLAN} and writes each screen as its draft with {@link FAKE_LINE} at the top. */
export interface FakeModel {
  /** The value for OPENAI_BASE_URL. */
  readonly url: string;
  readonly server: LLMock;
  /** All requests so far, in order. */
  readonly heard: readonly HeardQuestion[];
  close(): Promise<void>;
}

export interface FakeModelOptions {
  /** How long it takes for a screen, in milliseconds. */
  readonly screenMs?: number;
  /** The picture that it returns, in base64. */
  readonly picture?: string;
  /** Overrides the usual answer if it returns one. */
  readonly answer?: (question: AskedQuestion) => GivenAnswer | Promise<GivenAnswer>;
}

export async function fakeModel({ screenMs = 0, picture, answer }: FakeModelOptions = {}): Promise<FakeModel> {
  const server = new LLMock({ port: 0, logLevel: 'silent' });
  const heard: HeardQuestion[] = [];
  let open = 0;
  const reply = async ({ messages, model }: ChatCompletionRequest): Promise<FixtureResponse> => {
    const said = messages as ChatMessages;
    const about = subjectOf(said);
    const body = JSON.stringify(said);
    open += 1;
    heard.push({ about, body, model, openAtOnce: open });
    if (about !== 'plan') await sleep(screenMs, undefined, { ref: false });
    open -= 1;
    const time = heard.filter((other) => other.about === about && requestOf(other.body) === requestOf(body)).length;
    const given = (await answer?.({ about, body, request: requestOf(body), time })) ?? fakeAnswer(said);
    return typeof given === 'string' ? { content: given } : given;
  };
  if (picture !== undefined) server.onImage(/./, { image: { b64Json: picture } });
  server.on({ predicate: () => true }, reply);
  await server.start();
  return { url: `${server.url}/v1`, server, heard, close: () => server.stop() };
}

/** The words of the person, which every request of a run contains. The instruction for a change comes after earlier requests. */
function requestOf(body: string): string {
  return (/<instruction>.*?<\/instruction>/.exec(body) ?? /<request>.*?<\/request>/.exec(body))?.[0] ?? '';
}

export type ChatMessages = readonly { readonly role: string; readonly content: string }[];

/** What the messages ask for: `plan`, `edit`, or the path of a file. */
export function subjectOf(messages: ChatMessages): string {
  const all = messages.map(({ content }) => content).join('\n');
  if (all.includes('<instruction>')) return 'edit';
  return [...all.matchAll(/^Write (app\/\S+\.tsx): the screen/gm)].at(-1)?.[1] ?? 'plan';
}

/** The usual answer of the fake model to these messages. */
export function fakeAnswer(messages: ChatMessages): string {
  const about = subjectOf(messages);
  if (about === 'plan') return JSON.stringify(FAKE_PLAN);
  const all = messages.map(({ content }) => content).join('\n');
  const start = all.indexOf(`<file path="${about}">\n`, all.indexOf(`Write ${about}: the screen`));
  const draft = all.slice(start).split('\n').slice(1).join('\n');
  return `<file path="${about}">\n${FAKE_LINE}\n${draft.slice(0, draft.indexOf('</file>'))}</file>\n`;
}
