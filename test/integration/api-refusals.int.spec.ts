import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALLOWED_ORIGIN, type ApiService, startApi } from './api-service.js';
import { failedRun } from './projection-run.js';

const PROMPT = 'an app to water my plants';

let api: ApiService;
beforeAll(async () => {
  api = await startApi('api-refusals');
  await api.happened('known', failedRun());
});
afterAll(() => api.close());

describe('a bad request', () => {
  it.each<[string, unknown, number, string, string | undefined]>([
    ['broken JSON', '{"prompt": ', 400, 'bad_request', undefined],
    ['an empty body', '', 400, 'bad_request', undefined],
    ['an array', [], 400, 'invalid_request', 'body'],
    [
      'a prototype’s property',
      '{"__proto__":{"a":1},"prompt":"an app to water my plants"}',
      400,
      'bad_request',
      undefined,
    ],
    ['no prompt', {}, 400, 'invalid_request', 'prompt'],
    ['a prompt that is no text', { prompt: 12 }, 400, 'invalid_request', 'prompt'],
    ['a short prompt', { prompt: 'an app' }, 422, 'prompt_length', 'prompt'],
    ['a blank prompt', { prompt: ' '.repeat(40) }, 422, 'prompt_length', 'prompt'],
    ['a long prompt', { prompt: 'x'.repeat(5001) }, 422, 'prompt_length', 'prompt'],
    ['an unknown template', { prompt: PROMPT, template_id: 'none-such' }, 422, 'unknown_template', undefined],
    ['a bad project id', { prompt: PROMPT, project_id: '../etc' }, 400, 'invalid_request', 'project_id'],
    ['a user id that is no text', { prompt: PROMPT, user_id: 7 }, 400, 'invalid_request', 'user_id'],
    ['a bad seed', { prompt: PROMPT, options: { seed: 1.5 } }, 400, 'invalid_request', 'options.seed'],
  ])('with %s is refused with its reason', async (_what, body, status, error, field) => {
    const answer = await api.post('/generate', body);
    expect([answer.status, answer.json['error']]).toEqual([status, error]);
    expect(answer.json).toMatchObject({
      message: expect.any(String),
      suggestion: expect.any(String),
      category: 'validation',
    });
    if (field !== undefined) expect(answer.json['details']).toMatchObject([{ field, message: expect.any(String) }]);
  });

  it('of 1 MB is refused', async () => {
    const { status, json } = await api.post('/generate', { prompt: 'x'.repeat(1024 * 1024) });
    expect([status, json['error']]).toEqual([413, 'body_too_large']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of the type %s is refused',
    async (type) => {
      const { status, json } = await api.post('/generate', JSON.stringify({ prompt: PROMPT }), {
        'content-type': type,
      });
      expect([status, json['error']]).toEqual([415, 'unsupported_media_type']);
    },
  );

  it('leaves the service unharmed', async () => {
    expect((await api.post('/generate', { prompt: PROMPT })).status).toBe(201);
  });
});

describe('a URL', () => {
  it.each([
    ['/status/unknown', 404, 'project_not_found'],
    ['/api/v1/projects/unknown', 404, 'project_not_found'],
    ['/api/v1/projects/unknown/events', 404, 'project_not_found'],
    ['/api/v1/projects/unknown/files', 404, 'project_not_found'],
    ['/api/v1/projects/unknown/files/app/index.tsx', 404, 'project_not_found'],
    ['/api/v1/projects/unknown/qr.svg', 404, 'project_not_found'],
    ['/api/v1/projects/known/files/app/index.tsx', 404, 'file_not_found'],
    ['/status/-bad', 400, 'invalid_request'],
    ['/status/presence:api', 400, 'invalid_request'],
    [`/status/${'a'.repeat(65)}`, 400, 'invalid_request'],
    ['/api/v1/stream-status/a%20b', 400, 'invalid_request'],
    ['/status/%E0%A4%A', 400, 'bad_request'],
    ['/no/such/route', 404, 'route_not_found'],
    ['/generate', 404, 'route_not_found'],
  ])('%s is answered with %i %s', async (path, status, error) => {
    const answer = await api.getRaw(path);
    expect([answer.status, (JSON.parse(answer.text) as { error: string }).error]).toEqual([status, error]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=many', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['after=-1', 'after'],
    ['after=1.5', 'after'],
    ['after=99', 'after'],
  ])('asking for events with %s names the field', async (query, field) => {
    const { status, json } = await api.get(`/api/v1/projects/known/events?${query}`);
    expect(status).toBe(400);
    expect(json['details']).toMatchObject([{ field }]);
  });

  it.each([
    ['limit=101', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['cursor=WyJhIiwiYiJd', 'cursor'],
    ['status=done', 'status'],
    ['user_id=a%00b', 'user_id'],
  ])('asking for projects with %s names the field', async (query, field) => {
    const { status, json } = await api.get(`/api/v1/projects?${query}`);
    expect(status).toBe(400);
    expect(json['details']).toMatchObject([{ field }]);
  });

  it.each(['cancel', 'retry'])('of a project that is not there cannot be told to %s', async (action) => {
    const { status, json } = await api.post(`/api/v1/projects/unknown/${action}`);
    expect([status, json['error']]).toEqual([404, 'project_not_found']);
  });
});

describe('a page', () => {
  const asJson = { 'content-type': 'application/json' };

  it('of an allowed origin may use the API', async () => {
    const { status, headers } = await api.post('/generate', { prompt: PROMPT }, { origin: ALLOWED_ORIGIN });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([201, ALLOWED_ORIGIN]);
    const preflight = await fetch(`${api.url}/generate`, {
      method: 'OPTIONS',
      headers: {
        origin: ALLOWED_ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ALLOWED_ORIGIN);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  });

  it.each(['http://evil.example', 'http://localhost:5173.evil.example', 'null'])(
    'of the origin %s changes nothing and reads nothing',
    async (origin) => {
      for (const type of [asJson, { 'content-type': 'text/plain' }]) {
        const { status, json } = await api.post('/generate', { prompt: PROMPT }, { origin, ...type });
        expect([status, json['error'], json['category']]).toEqual([403, 'origin_not_allowed', 'authorization']);
      }
      const cancel = await api.post('/api/v1/projects/known/cancel', undefined, { origin });
      expect(cancel.status).toBe(403);
      const { headers } = await api.get('/status/known', { origin });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});
