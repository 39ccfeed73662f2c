import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAKE_LINE, FAKE_PLAN, fakeModel } from '../support/fake-model.js';
import { beginAnswer, cutShort, faultyModel, type ModelApi, type ModelFault, refuse } from '../support/faulty-model.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import type { ModelServer } from '../support/model-server.js';
import { itWithOpenAiSchemas, openAiSchema } from '../support/openai-schema.js';
import { previewRuns } from '../support/preview-runs.js';
import { type RunningService, startService } from '../support/service.js';

const HOME = 'app/(tabs)/index.tsx';
const IDLE_MS = 15_000;

const once: ModelFault['suffers'] = ({ time }) => time === 1;
const homeOnce: ModelFault['suffers'] = ({ about, time }) => about === HOME && time === 1;
const home: ModelFault['suffers'] = ({ about }) => about === HOME;

const fail =
  (status: number, error: object, headers: Record<string, string> = {}): ModelFault['serve'] =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));

/** Whether the servers of the runs that meet an outage are there again. */
let isBack = false;

const FAULTS: Readonly<Record<string, ModelFault>> = {
  'word-busy': { suffers: once, serve: fail(429, { message: 'Slow down.' }, { 'retry-after': '0' }) },
  'word-failing': { suffers: once, serve: fail(500, { message: 'Oh.' }) },
  'word-silent': { suffers: homeOnce, serve: (response, api) => void beginAnswer(response, api) },
  'word-cut-off': { suffers: homeOnce, serve: (response, api) => beginAnswer(response, api).end() },
  'word-reset': {
    suffers: once,
    serve: (response, api) => {
      beginAnswer(response, api);
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    },
  },
  'word-malformed': {
    suffers: homeOnce,
    serve: (response, api) => beginAnswer(response, api).end('data: {"id": oh\n\n'),
  },
  'word-length': { suffers: homeOnce, serve: cutShort },
  'word-refusal': { suffers: home, serve: refuse },
  'word-web-page': {
    suffers: home,
    serve: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hi'),
  },
  'word-quota': { suffers: home, serve: fail(429, { message: 'Exceeded.', code: 'insufficient_quota' }) },
  'word-outage': { suffers: ({ about }) => about !== 'plan' && !isBack, serve: fail(503, { message: 'Away.' }) },
};

const completes = { end: 'complete', isHomeByModel: true, name: 'Larder' };
const failsWith = (code: string) => ({ end: 'error', isHomeByModel: false, codes: ['answered', code], code });

interface Outcome {
  readonly end: string;
  readonly isHomeByModel: boolean;
  readonly name?: string;
  /** What the journal holds, each once. */
  readonly codes: readonly string[];
  readonly code?: string;
}

const OUTCOMES: readonly (readonly [string, string, Outcome])[] = [
  ['is rate-limited', 'word-busy', { ...completes, codes: ['answered', 'model_rate_limited'] }],
  ['fails', 'word-failing', { ...completes, codes: ['answered', 'model_unavailable'] }],
  ['falls silent in mid-answer', 'word-silent', { ...completes, codes: ['answered', 'model_stalled'] }],
  ['ends in mid-answer', 'word-cut-off', { ...completes, codes: ['answered', 'model_cut_off'] }],
  ['resets its connections', 'word-reset', { ...completes, codes: ['answered', 'model_cut_off'] }],
  ['sends what is no JSON', 'word-malformed', { ...completes, codes: ['answered', 'model_malformed'] }],
  ['answers no longer than its limit', 'word-length', { ...completes, codes: ['answered'] }],
  ['fences its plan', 'word-fenced', { ...completes, codes: ['answered'] }],
  [
    'plans in another shape',
    'word-shapeless',
    { end: 'complete', isHomeByModel: true, name: 'not by the model', codes: ['answered'] },
  ],
  ['refuses', 'word-refusal', { ...completes, isHomeByModel: false, codes: ['answered'] }],
  ['sends a web page', 'word-web-page', failsWith('model_not_an_api')],
  ['has no credit left', 'word-quota', failsWith('model_quota')],
  ['is away for the rest of the run', 'word-outage', failsWith('model_unavailable')],
];

interface Ran {
  readonly end: WireMessage;
  /** The code of each request in the log: `answered`, or why it failed. */
  readonly calls: readonly string[];
}

interface Troubled {
  readonly service: RunningService;
  readonly server: ModelServer;
  readonly runs: ReadonlyMap<string, Ran>;
  close(): Promise<void>;
}

const APIS = ['chat', 'responses'] as const satisfies readonly ModelApi[];

let troubled: ReadonlyMap<ModelApi, Troubled>;

/** All runs at once: they share nothing but the service. */
beforeAll(async () => {
  troubled = new Map(await Promise.all(APIS.map(async (api) => [api, await begin(api)] as const)));
}, 4 * FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  for (const each of troubled.values()) await each.close();
}, 30_000);

async function begin(api: ModelApi): Promise<Troubled> {
  const fake = await fakeModel({
    answer: ({ about, body }) => {
      if (about !== 'plan') return undefined;
      if (body.includes('word-fenced')) return `Sure:\n\`\`\`json\n${JSON.stringify(FAKE_PLAN)}\n\`\`\``;
      return body.includes('word-shapeless') ? '{"name":"Shapeless"}' : undefined;
    },
  });
  const server = await faultyModel(fake, FAULTS);
  const service = await startService({
    OPENAI_BASE_URL: server.url,
    OPENAI_MODEL: 'fake',
    OPENAI_API: api,
    SCREEN_BATCH_SIZE: '3',
    MODEL_IDLE_MS: String(IDLE_MS),
    // More at once on two cores, and a model's words wait for the processor longer than it may be silent.
    MAX_ACTIVE_RUNS: '3',
  });
  const runs = new Map(await Promise.all(OUTCOMES.map(async ([, word]) => [word, await run(service, word)] as const)));
  const close = async (): Promise<void> => {
    await service.close();
    await server.close();
    await fake.close();
  };
  return { service, server, runs, close };
}

async function run(service: RunningService, word: string): Promise<Ran> {
  const viewer = await ProjectViewer.open(service.url, word);
  viewer.start(`Create an app for what is in my kitchen, ${word}`);
  const end = await viewer.end();
  await viewer.close();
  return { end, calls: await callsOf(service, word) };
}

async function callsOf(service: RunningService, id: string): Promise<readonly string[]> {
  const answer = await fetch(`${service.url}/api/v1/projects/${id}/events?limit=1000`);
  const { events } = (await answer.json()) as { events: { type: string; data: { code?: string } }[] };
  return events.flatMap(({ type, data }) =>
    type === 'ModelAnswered' ? ['answered'] : type === 'ModelCallFailed' ? [data.code ?? ''] : [],
  );
}

describe.each(APIS)('through the %s API, a run whose model', (api) => {
  let service: RunningService;
  let server: ModelServer;
  let runs: ReadonlyMap<string, Ran>;

  beforeAll(() => {
    ({ service, server, runs } = troubled.get(api) as Troubled);
  });

  const requestsOf = (word: string): number =>
    server.requests.filter(({ body }) => JSON.stringify(body).includes(word)).length;

  const isHomeByModel = async (id: string): Promise<boolean> =>
    (await (await fetch(`${service.url}/api/v1/projects/${id}/files/${HOME}`)).text()).includes(FAKE_LINE);

  it.each(OUTCOMES)('%s ends in an app, or in an error that says how to go on', async (_, word, outcome) => {
    const { end, calls } = runs.get(word) as Ran;
    expect([end.type, end.data['code']]).toEqual([outcome.end, outcome.code]);
    if (outcome.name !== undefined) expect(end.data['app_name'] === 'Larder').toBe(outcome.name === 'Larder');
    if (outcome.end === 'error') expect(end.data).toMatchObject({ stage: 'generating_screens', retryable: true });
    expect([...new Set(calls)].sort()).toEqual([...outcome.codes].sort());
    expect(calls).toHaveLength(requestsOf(word));
    expect(await isHomeByModel(word)).toBe(outcome.isHomeByModel);
    await previewRuns(service, word);
  });

  it('was away completes on a retry, and is asked nothing again that it answered', async () => {
    isBack = true;
    const viewer = await ProjectViewer.open(service.url, 'word-outage');
    await viewer.until(({ type }) => type === 'ready');
    viewer.send({ action: 'retry' });
    await viewer.until(({ type, seq }) => type === 'complete' && seq !== undefined);
    await viewer.close();
    expect((await callsOf(service, 'word-outage')).filter((call) => call === 'answered')).toHaveLength(7);
    expect(await isHomeByModel('word-outage')).toBe(true);
  }, 60_000);

  itWithOpenAiSchemas('is asked in OpenAI’s own words', () => {
    const isValid = openAiSchema(api === 'chat' ? 'CreateChatCompletionRequest' : 'CreateResponse');
    expect(server.requests.length).toBeGreaterThan(50);
    for (const { body } of server.requests) expect([isValid(body), isValid.errors]).toEqual([true, null]);
  });
});
