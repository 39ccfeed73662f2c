import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServerLessons } from '../../src/effects/language-model/server-lessons.port.js';
import { type ApiService, startApi } from './api-service.js';

const OLLAMA = { baseUrl: 'http://localhost:11434/v1', model: 'llama3.2' };
const VLLM = { baseUrl: 'http://localhost:8000/v1', model: 'gemma' };
const SAID = 'System role not supported';

let api: ApiService;
let lessons: ServerLessons;

beforeAll(async () => {
  api = await startApi('api-models');
  lessons = api.app.get(ServerLessons);
});
afterAll(() => api.close());

describe('what servers have refused', () => {
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
