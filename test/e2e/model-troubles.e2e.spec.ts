import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAKE_LINE, FAKE_PLAN, type FakeModel, fakeModel } from '../support/fake-model.js';
import {
  beginAnswer,
  cutShort,
  type FaultOf,
  faultyModel,
  type ModelApi,
  type ModelFault,
  refuse,
} from '../support/faulty-model.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { callsOf } from '../support/journal.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import type { ModelServer } from '../support/model-server.js';
import { openAiSchema } from '../support/openai-schema.js';
import { previewRuns } from '../support/preview-runs.js';
import { type RunningService, startService } from '../support/service.js';

const HOME = 'app/(tabs)/index.tsx';
const PROFILE = 'app/(tabs)/profile.tsx';
const IDLE_MS = 12_000;

const fail =
  (status: number, error: object, headers: Record<string, string> = {}): ModelFault =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));

/** Whether the servers of the runs that meet an outage are there again. */
let isBack = false;

/** What passes, each met by another question the first time that it is asked. */
const PASSING: Readonly<Record<string, readonly [code: string, fault: ModelFault]>> = {
  plan: ['model_rate_limited', fail(429, { message: 'Slow down.' }, { 'retry-after': '0' })],
  [HOME]: ['model_stalled', (response, api) => void beginAnswer(response, api)],
  'app/(tabs)/supplies.tsx': ['model_cut_off', (response, api) => beginAnswer(response, api).end()],
  'app/supplies/[id].tsx': [
    'model_cut_off',
    (response, api) => {
      beginAnswer(response, api);
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    },
  ],
  'app/supplies/edit.tsx': [
    'model_malformed',
    (response, api) => beginAnswer(response, api).end('data: {"id": oh\n\n'),
  ],
  [PROFILE]: ['answered', cutShort],
  'app/settings.tsx': ['model_unavailable', fail(500, { message: 'Oh.' })],
};

const atHome =
  (fault: ModelFault): FaultOf =>
  ({ about }) =>
    about === HOME ? fault : undefined;

const FAULTS: Readonly<Record<string, FaultOf>> = {
  'word-passing': ({ about, time }) => (time === 1 ? PASSING[about]?.[1] : undefined),
  'word-refusal': ({ about }) => (about === PROFILE ? refuse : undefined),
  'word-web-page': atHome((response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hi'),
  ),
  'word-quota': atHome(fail(429, { message: 'Exceeded.', code: 'insufficient_quota' })),
  'word-outage': ({ about }) => (about !== 'plan' && !isBack ? fail(503, { message: 'Away.' }) : undefined),
};

const failsWith = (code: string): Outcome => ({ end: 'error', byBlueprint: [HOME], codes: ['answered', code], code });

interface Outcome {
  readonly end: string;
  readonly name?: string;
  /** Files that the model did not write. */
  readonly byBlueprint: readonly string[];
  /** What the journal holds, each once. */
  readonly codes: readonly string[];
  readonly code?: string;
}

const OUTCOMES: readonly (readonly [string, string, Outcome])[] = [
  [
    'is busy, silent, cut off, reset, malformed, cut short and failing, once each, and fences its plan',
    'word-passing',
    {
      end: 'complete',
      byBlueprint: [],
      name: 'Larder',
      codes: ['answered', ...Object.values(PASSING).map(([code]) => code)],
    },
  ],
  [
    'plans in another shape, and refuses a screen',
    'word-refusal',
    { end: 'complete', byBlueprint: [PROFILE], name: 'not by the model', codes: ['answered'] },
  ],
  ['sends a web page', 'word-web-page', failsWith('model_not_an_api')],
  ['has no credit left', 'word-quota', failsWith('model_quota')],
  ['is away for the rest of the run', 'word-outage', failsWith('model_unavailable')],
];

let fake: FakeModel;
let server: ModelServer;
let service: RunningService;

beforeAll(async () => {
  fake = await fakeModel({
    answer: ({ about, body }) => {
      if (about !== 'plan') return undefined;
      if (body.includes('word-passing')) return `Sure:\n\`\`\`json\n${JSON.stringify(FAKE_PLAN)}\n\`\`\``;
      return body.includes('word-refusal') ? '{"name":"Shapeless"}' : undefined;
    },
  });
  server = await faultyModel(fake, FAULTS);
  service = await startService({
    MODEL_SERVERS: server.url,
    SCREEN_BATCH_SIZE: '3',
    MODEL_IDLE_MS: String(IDLE_MS),
    // More at once on two cores, and a model's words wait for the processor longer than it may be silent.
    MAX_ACTIVE_RUNS: '3',
  });
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
  await server.close();
  await fake.close();
}, 30_000);

interface Ran {
  readonly end: WireMessage;
  /** The code of each request in the log: `answered`, or why it failed. */
  readonly calls: readonly string[];
}

async function choose(api: ModelApi): Promise<void> {
  const answer = await fetch(`${service.url}/api/v1/models/chosen`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base_url: server.url, model: 'fake', api }),
  });
  expect(answer.status).toBe(200);
}

async function run(id: string, word: string): Promise<Ran> {
  const viewer = await ProjectViewer.open(service.url, id);
  viewer.start(`Create an app for what is in my kitchen, ${word}`);
  const end = await viewer.end();
  await viewer.close();
  return { end, calls: await callsOf(service, id) };
}

async function isByModel(id: string, path: string): Promise<boolean> {
  return (await (await fetch(`${service.url}/api/v1/projects/${id}/files/${path}`)).text()).includes(FAKE_LINE);
}

describe.each<ModelApi>(['chat', 'responses'])('through the %s API, a run whose model', (api) => {
  const idOf = (word: string): string => `${word}-${api}`;
  let runs: ReadonlyMap<string, Ran>;
  let first: number;

  /** All runs at once: they share nothing but the service. */
  beforeAll(async () => {
    isBack = false;
    first = server.requests.length;
    await choose(api);
    runs = new Map(await Promise.all(OUTCOMES.map(async ([, word]) => [word, await run(idOf(word), word)] as const)));
  }, 180_000);

  const requestsOf = (word: string): number =>
    server.requests.slice(first).filter(({ body }) => JSON.stringify(body).includes(word)).length;

  it.each(OUTCOMES)('%s ends in an app, or in an error that says how to go on', async (_, word, outcome) => {
    const { end, calls } = runs.get(word) as Ran;
    expect([end.type, end.data['code']]).toEqual([outcome.end, outcome.code]);
    if (outcome.name !== undefined) expect(end.data['app_name'] === 'Larder').toBe(outcome.name === 'Larder');
    if (outcome.end === 'error') expect(end.data).toMatchObject({ stage: 'generating_screens', retryable: true });
    expect([...new Set(calls)].sort()).toEqual([...new Set(outcome.codes)].sort());
    expect(calls).toHaveLength(requestsOf(word));
    for (const path of [HOME, PROFILE]) {
      if (outcome.end === 'complete' || path === HOME)
        expect([path, await isByModel(idOf(word), path)]).toEqual([path, !outcome.byBlueprint.includes(path)]);
    }
    await previewRuns(service, idOf(word));
  });

  it('has what passes once is asked twice, and no more', () => {
    const { calls } = runs.get('word-passing') as Ran;
    expect(calls).toHaveLength(2 * Object.keys(PASSING).length);
  });

  it('was away completes on a retry, and is asked nothing again that it answered', async () => {
    isBack = true;
    const viewer = await ProjectViewer.open(service.url, idOf('word-outage'));
    await viewer.until(({ type }) => type === 'ready');
    viewer.send({ action: 'retry' });
    await viewer.until(({ type, seq }) => type === 'complete' && seq !== undefined);
    await viewer.close();
    const calls = await callsOf(service, idOf('word-outage'));
    expect(calls.filter((call) => call === 'answered')).toHaveLength(7);
    expect(await isByModel(idOf('word-outage'), HOME)).toBe(true);
  }, 60_000);

  it('is asked in OpenAI’s own words', () => {
    const isValid = openAiSchema(api === 'chat' ? 'CreateChatCompletionRequest' : 'CreateResponse');
    const requests = server.requests.slice(first);
    expect(requests.length).toBeGreaterThan(30);
    for (const { body } of requests) expect([isValid(body), isValid.errors]).toEqual([true, null]);
  });
});
