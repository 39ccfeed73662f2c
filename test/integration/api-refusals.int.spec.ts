import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { ALLOWED_ORIGIN, type ApiService, startApi } from './api-service.js';
import { BlobStore } from '../../src/event-store/blob-store.port.js';
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

  it.each<[string, unknown]>([
    ['POST /generate prompt', { prompt: `${PROMPT}@` }],
    ['POST /generate user_id', { prompt: PROMPT, user_id: '@' }],
    ['POST /api/v1/generate template_id', { prompt: PROMPT, template_id: 'modern@blue' }],
    ['POST /generate options.note', { prompt: PROMPT, options: { note: '@' } }],
    ['POST /generate project_id', { prompt: PROMPT, project_id: 'a@' }],
    ['POST /generate unknown.0', { prompt: PROMPT, unknown: ['@'] }],
    ['POST /api/v1/estimate prompt', { prompt: `${PROMPT}@` }],
    ['POST /api/v1/presets name', { name: 'a@', prompt: PROMPT }],
    ['POST /api/v1/presets prompt', { name: 'a', prompt: `${PROMPT}@` }],
    ['PUT /api/v1/presets/known name', { name: '@', prompt: PROMPT }],
    ['POST /api/v1/projects/known/cancel reason', { reason: '@' }],
    ['POST /api/v1/projects/known/revise instruction', { instruction: 'make it @ blue' }],
    ['POST /api/v1/projects/known/rebuild note', { note: '@' }],
    ['POST /api/v1/projects/known/share note', { note: '@' }],
    ['POST /api/v1/projects/known/retry note', { note: '@' }],
  ])('whose %s holds NUL or half a character is refused, and says what to do', async (where, body) => {
    const [method = '', path = '', field = ''] = where.split(' ');
    for (const [bad, words] of [
      ['\\u0000', 'U+0000'],
      ['\\ud83d', 'surrogate'],
    ] as const) {
      const answer = await fetch(api.url + path, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body).replace('@', bad),
      });
      const json = (await answer.json()) as object;
      expect([answer.status, json]).toMatchObject([
        400,
        { error: 'invalid_request', details: [{ field, message: expect.stringContaining(words) }] },
      ]);
      expect(JSON.stringify(json)).toContain('remove it');
    }
  });

  it.each([
    ['/api/v1/projects/known/files/app/a%00.tsx', 'path'],
    ['/status/a%00', 'project_id'],
    ['/api/v1/presets/a%00', 'preset_id'],
    ['/api/v1/projects?cursor=%00', 'cursor'],
    ['/api/v1/projects/known/events?after=0&x=%00', 'x'],
  ])('whose URL %s holds NUL is refused', async (path, field) => {
    const { status, text: body } = await api.getRaw(path);
    expect([status, JSON.parse(body)]).toMatchObject([400, { error: 'invalid_request', details: [{ field }] }]);
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

/** Every operation of the service, with the path's parameters filled in. */
async function everyRoute(): Promise<readonly { method: string; path: string }[]> {
  const { json } = await api.get('/docs/openapi.json');
  const documented = Object.entries(json['paths'] as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      path: path.replace('{path}', 'app/index.tsx').replace(/\{\w+\}/g, 'known'),
    })),
  );
  const others = ['/', '/docs', '/docs/openapi.yaml', '/no/such/route', '//', '/%E0'];
  return [...documented, ...others.map((path) => ({ method: 'GET', path }))];
}

/** What a request with these headers, beside those of Node, is answered with. */
async function asked(method: string, path: string, headers: Record<string, string>) {
  const { hostname, port } = new URL(api.url);
  const sent = request({ hostname, port, method, path, headers, agent: false }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const body = await text(answer);
  return { status: answer.statusCode, headers: answer.headers, body };
}

/** The status line and body of the answer to these very bytes. */
async function answerTo(bytes: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  // Not ended: a client that closes its side first is one that went away.
  socket.write(bytes);
  return text(socket);
}

describe('a request under another host', () => {
  it.each(['evil.example:8000', 'localhost.evil.example', '0.0.0.0', '127.1', 'a.b.localhost'])(
    'such as %s is answered with 421 on every route',
    async (host) => {
      for (const { method, path } of await everyRoute()) {
        const { status, body } = await asked(method, path, { host });
        expect([method, path, status]).toEqual([method, path, 421]);
        expect(JSON.parse(body)).toMatchObject({
          error: 'host_not_ours',
          message: expect.stringContaining(host),
          suggestion: expect.stringContaining('PUBLIC_URL'),
          category: 'authorization',
        });
      }
    },
  );

  it.each([
    ['two hosts', 'GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n'],
    [
      'the foreign one first',
      'GET /health HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    ],
    ['an absolute target', 'GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
    ['none', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['none in HTTP/1.0', 'GET /health HTTP/1.0\r\n\r\n'],
    [
      'a forwarded one of ours',
      'GET /health HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\nConnection: close\r\n\r\n',
    ],
  ])('is refused with %s', async (_what, bytes) => {
    const answer = await answerTo(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 421 Misdirected Request\r\n/);
    expect(answer).toContain('"error":"host_not_ours"');
  });

  it('is served where it is only another spelling of ours', async () => {
    for (const host of ['LOCALHOST', 'localhost.:80', '[::1]:8000', '127.0.0.1:9999']) {
      expect((await asked('GET', '/health', { host })).status).toBe(200);
    }
    const absolute = 'GET http://localhost/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    expect(await answerTo(absolute)).toMatch(/^HTTP\/1\.1 200/);
  });
});

describe('a shared app', () => {
  it.each([
    ['/', 200],
    ['/some/route', 200],
    ['//', 404],
    ['///x', 404],
    ['/\\\\[', 404],
    ['//[', 404],
    ['/assets/none.png', 404],
  ])('answers GET %s with %i', async (path, status) => {
    const [page] = await api.app.get<BlobStore>(BlobStore).put([Buffer.from('<p>Shared')]);
    const files = [{ path: 'index.html', ...page }];
    const data = { label: 'known', url: 'http://known.share.localhost', files };
    await api.happened('known', [{ type: 'SiteExported', data, run: 1, actor: 'driver' }]);
    expect((await asked('GET', path, { host: 'known.share.localhost' })).status).toBe(status);
  });
});

describe('every answer', () => {
  it('may be framed and embedded by nobody else', async () => {
    for (const { method, path } of await everyRoute()) {
      const { headers } = await asked(method, path, { origin: 'http://known.localhost:8000' });
      expect([path, headers['x-frame-options'], headers['cross-origin-resource-policy']]).toEqual([
        path,
        'DENY',
        'same-origin',
      ]);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect([headers['access-control-allow-origin'], headers['x-content-type-options']]).toEqual([
        undefined,
        'nosniff',
      ]);
    }
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

  it.each([
    { origin: 'null' },
    { origin: 'http://known.localhost:8000' },
    { origin: `${ALLOWED_ORIGIN}, http://evil.example` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('with %o changes nothing by any route, body or none', async (headers) => {
    const head = await api.store.headPosition();
    const changing = (await everyRoute()).filter(({ method }) => method !== 'GET');
    expect(changing.length).toBeGreaterThan(9);
    for (const { method, path } of [...changing, { method: 'POST', path: '/no/such/route' }]) {
      const { status, body } = await asked(method, path, headers);
      expect([method, path, status]).toEqual([method, path, 403]);
      expect(JSON.parse(body)).toMatchObject({ error: 'origin_not_allowed' });
    }
    expect(await api.store.headPosition()).toBe(head);
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
