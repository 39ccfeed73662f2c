import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModelChoice } from '../../src/effects/language-model/model-choice.port.js';
import { ServerLessons } from '../../src/effects/language-model/server-lessons.port.js';
import { type ApiService, startApi } from './api-service.js';

const OLLAMA = { baseUrl: 'http://localhost:11434/v1', model: 'llama3.2' };
const VLLM = { baseUrl: 'http://localhost:8000/v1', model: 'gemma' };
const SAID = 'System role not supported';

let api: ApiService;
let lessons: ServerLessons;
let ollama: Server;
let other: Server;

/** What each path answers; any other is not there. */
async function answering(paths: Readonly<Record<string, unknown>>): Promise<Server> {
  const server = createServer(({ url = '' }, response) => {
    const body = paths[url];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { error: 'not found' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const addressOf = (server: Server): string => `http://127.0.0.1:${portOf(server)}/v1`;
const end = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

beforeAll(async () => {
  ollama = await answering({
    '/v1/models': { object: 'list', data: [{ id: 'llama3.2' }, { id: 'nomic-embed-text' }, { id: 'qwen3-coder' }] },
    '/api/tags': {
      models: [
        { name: 'llama3.2', details: { parameter_size: '3.2B' } },
        { name: 'qwen3-coder', details: { parameter_size: '30.5B' } },
      ],
    },
  });
  other = await answering({ '/v1/models': ['something', 'else'] });
  const closed = await answering({});
  const gone = addressOf(closed);
  await end(closed);
  api = await startApi('api-models', [addressOf(ollama), addressOf(other), gone]);
  lessons = api.app.get(ServerLessons);
});
afterAll(async () => {
  await api.close();
  await end(ollama);
  await end(other);
});

describe('an experiment’s arms', () => {
  const ARM = { prompt: 'A plant watering app' };
  const ask = (...models: readonly string[]) =>
    api.post('/api/v1/experiments', { name: 'Models', arms: models.map((model) => ({ ...ARM, model })) });

  it('may ask for models that are there', async () => {
    expect((await api.get('/api/v1/models/names')).json).toEqual({ models: ['llama3.2', 'qwen3-coder'] });
    expect((await ask('llama3.2', 'qwen3-coder')).status).toBe(201);
  });

  it('are estimated by the model that each asks for', async () => {
    const { json } = await api.post('/api/v1/estimate', { ...ARM, model: 'qwen3-coder' });
    expect(json['estimate']).toMatchObject({ model: 'qwen3-coder' });
    expect((await api.post('/api/v1/estimate', ARM)).json['estimate']).toBeNull();
  });

  it('are refused with another, by name, and told which there are', async () => {
    const { status, json } = await ask('llama3.2', 'gpt-12');
    expect([status, json]).toMatchObject([
      422,
      {
        error: 'arm_model_unknown',
        message: expect.stringContaining('llama3.2, qwen3-coder'),
        details: [{ field: 'arms.1.model', message: expect.stringContaining('gpt-12') }],
      },
    ]);
  });
});

describe('what servers have refused (model-servers.md, the rules)', () => {
  it('is kept, the newest of each trait, and shown', async () => {
    await lessons.learn(OLLAMA, [{ trait: 'system_role', value: 'left out', said: SAID }]);
    await lessons.learn(VLLM, [{ trait: 'output_tokens', value: '4096', said: 'too large' }]);
    const until = '2027-01-01T00:00:00.000Z';
    await lessons.learn(VLLM, [{ trait: 'output_tokens', value: '2666', said: 'can only afford 2666', until }]);
    expect(await lessons.of(VLLM)).toEqual([
      { trait: 'output_tokens', value: '2666', said: 'can only afford 2666', until },
    ]);
    const { status, json } = await api.get('/api/v1/models/lessons');
    expect([status, json]).toMatchObject([
      200,
      {
        lessons: [
          {
            base_url: OLLAMA.baseUrl,
            model: 'llama3.2',
            trait: 'system_role',
            value: 'left out',
            said: SAID,
            until: null,
          },
          { base_url: VLLM.baseUrl, model: 'gemma', trait: 'output_tokens', value: '2666', until },
        ],
      },
    ]);
  });

  it('is forgotten on command: of a server, then all of it', async () => {
    const query = `?base_url=${encodeURIComponent(VLLM.baseUrl)}`;
    expect((await api.send('DELETE', `/api/v1/models/lessons${query}`)).json).toEqual({ forgotten: 1 });
    expect([await lessons.of(VLLM), (await lessons.of(OLLAMA)).length]).toEqual([[], 1]);
    expect((await api.send('DELETE', '/api/v1/models/lessons')).json).toEqual({ forgotten: 1 });
    expect(await lessons.of(OLLAMA)).toEqual([]);
  });
});

describe('the models of this machine', () => {
  const put = (body: object) =>
    api.send('PUT', '/api/v1/models/chosen', JSON.stringify(body), { 'content-type': 'application/json' });

  it('are found where a server has some, with what each would write, and none is chosen by itself', async () => {
    const { status, json } = await api.get('/api/v1/models');
    expect([status, json]).toEqual([
      200,
      {
        chosen: null,
        found: [
          {
            name: 'Ollama',
            base_url: addressOf(ollama),
            models: [
              { name: 'llama3.2', parameters: 3.2, writes: 'plan' },
              { name: 'qwen3-coder', parameters: 30.5, writes: 'code' },
            ],
          },
        ],
      },
    ]);
    expect(await api.app.get(ModelChoice).now()).toBeUndefined();
  });

  it('write once a person has chosen one, until the choice is taken back', async () => {
    const chosen = { base_url: addressOf(ollama), model: 'llama3.2' };
    expect((await put(chosen)).json).toMatchObject({
      chosen: { ...chosen, api: 'chat', writes: 'plan', by: 'person' },
    });
    expect(await api.app.get(ModelChoice).now()).toMatchObject({ model: { name: 'llama3.2' }, writes: 'plan' });
    expect((await api.send('DELETE', '/api/v1/models/chosen')).json).toMatchObject({ chosen: null });
  });

  it('make the plan alone once their code could not be used', async () => {
    await put({ base_url: addressOf(ollama), model: 'qwen3-coder' });
    const choice = api.app.get(ModelChoice);
    const before = await choice.now();
    expect(before?.writes).toBe('code');
    if (before) await choice.codeFailed(before.model, 'Of 6 screens 1 could be used.');
    expect((await choice.now())?.writes).toBe('plan');
    await api.send('DELETE', '/api/v1/models/lessons');
    expect((await choice.now())?.writes).toBe('code');
  });

  it.each([
    ['another model', () => ({ base_url: addressOf(ollama), model: 'gpt-9' }), 404, 'model_unknown'],
    [
      'an address that is not looked at',
      () => ({ base_url: 'http://192.168.1.1/v1', model: 'm' }),
      404,
      'model_unknown',
    ],
    ['no model', () => ({ base_url: addressOf(ollama) }), 400, 'invalid_request'],
  ])('are refused where they were not found: %s', async (_, body, status, error) => {
    const refused = await put(body());
    expect([refused.status, refused.json['error']]).toEqual([status, error]);
  });
});
