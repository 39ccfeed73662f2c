import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlobStore } from '../../src/event-store/blob-store.port.js';
import { Database } from '../../src/event-store/database.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { type ApiService, startApi } from './api-service.js';
import { completeRun, failedRun, presence } from './projection-run.js';

const TOKEN = 'a-token-of-the-operator';
const OPERATOR = { authorization: `Bearer ${TOKEN}` };

interface Run {
  readonly project_id: string;
  readonly run: number;
  readonly prompt: string;
  readonly status: string;
}

let api: ApiService;
beforeAll(async () => {
  api = await startApi('api-admin', [], TOKEN);
  await api.happened('plants', completeRun(1, 'A watering calendar for cactus lovers'));
  await api.happened('plants', completeRun(2, 'Track the watering of my orchids'));
  await api.happened('broken', failedRun());
  await api.happened('ben', [requested('A chess clock', { user_id: 'ben', template_id: 'modern-blue' })]);
});
afterAll(() => api.close());

const admin = (path: string) => api.get(`/api/v1/admin/${path}`, OPERATOR);

async function found(query: string): Promise<readonly string[]> {
  const { status, json } = await admin(`runs?${query}`);
  expect(status).toBe(200);
  return (json['runs'] as Run[]).map(({ project_id, run }) => `${project_id}/${run}`);
}

describe('the admin’s routes', () => {
  it.each(['runs', 'runs/plants/1', 'runs/export', 'stats', 'live'])('ask for the token: %s', async (path) => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: `Basic ${TOKEN}` }]) {
      const { status, json, headers: answered } = await api.get(`/api/v1/admin/${path}`, headers);
      expect([status, json['error'], answered.get('www-authenticate')]).toEqual([401, 'admin_token_missing', 'Bearer']);
    }
    expect((await admin(path)).status).toBe(200);
  });
});

describe('GET /api/v1/admin/runs', () => {
  it('finds runs by words of the prompt in any form, by the app’s name, and by the project’s id', async () => {
    expect(await found('q=cactus')).toEqual(['plants/1']);
    expect(await found('q=calendars')).toEqual(['plants/1']);
    expect(await found('q=watering%20-cactus')).toEqual(['plants/2']);
    expect(await found('q=%22chess%20clock%22')).toEqual(['ben/1']);
    expect(await found('q=broken')).toEqual(['broken/1']);
    expect(await found('q=nothing%20like%20this')).toEqual([]);
  });

  it('filters', async () => {
    expect(await found('status=failed')).toEqual(['broken/1']);
    expect(await found('user_id=ann')).toEqual(['plants/2', 'plants/1']);
    expect(await found('model=gpt&q=orchids')).toEqual(['plants/2']);
    expect(await found('template_id=modern-blue')).toEqual(['ben/1']);
    expect(await found('error=boom')).toEqual(['broken/1']);
    expect(await found('from=2020-01-01&to=2020-02-01T00:00:00Z')).toEqual([]);
    expect(await found('from=2020-01-01&status=active')).toEqual(['ben/1']);
  });

  it('gives pages, newest first, without gap or double', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { json } = await admin(`runs?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...(json['runs'] as Run[]).map(({ project_id, run }) => `${project_id}/${run}`));
      cursor = (json['next_cursor'] as string | null) ?? '';
    } while (cursor !== '');
    expect(seen).toEqual(['ben/1', 'broken/1', 'plants/2', 'plants/1']);
  });

  it('says of each run what it took', async () => {
    const { json } = await admin('runs?q=cactus');
    expect(json['runs']).toMatchObject([
      {
        project_id: 'plants',
        run: 1,
        prompt: 'A watering calendar for cactus lovers',
        user_id: 'ann',
        status: 'complete',
        app_name: 'Plants',
        model: 'gpt',
        screens: 1,
        files: 2,
        cost_usd: 0.5,
        first_light_ms: expect.any(Number),
        stages_ms: { analyzing: expect.any(Number) },
        error: null,
      },
    ]);
  });

  it.each([
    ['status=done', 'status'],
    ['limit=0', 'limit'],
    ['limit=many', 'limit'],
    ['from=yesterday', 'from'],
    ['to=2026-13-01', 'to'],
    ['cursor=bm90IG9uZQ', 'cursor'],
    ['q=', 'q'],
  ])('refuses %s by name', async (query, field) => {
    const { status, json } = await admin(`runs?${query}`);
    expect([status, json['error'], json['details']]).toEqual([
      400,
      'invalid_request',
      [{ field, message: expect.any(String) }],
    ]);
  });

  it('never reads the log itself', async () => {
    const client = await api.app.get(Database).pool.connect();
    try {
      // Whoever reads it waits for the end of this transaction.
      await client.query('begin');
      await client.query('lock table event in access exclusive mode');
      for (const query of ['q=cactus', 'status=failed', 'user_id=ann', 'error=boom', 'from=2020-01-01']) {
        await found(query);
      }
      expect((await admin('stats')).status).toBe(200);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('GET /api/v1/admin/runs/:project_id/:run', () => {
  it('is a waterfall of the run’s stages, calls, files and events', async () => {
    const { json } = await admin('runs/plants/2');
    expect(json).toMatchObject({
      run: { project_id: 'plants', run: 2, status: 'complete' },
      stages: [{ stage: 'analyzing', attempt: 1, outcome: 'succeeded', ended_at: expect.any(String) }],
      calls: [{ call: 'plan', model: 'gpt', error: { code: 'model_overloaded' }, prompt: null, answer: null }],
      files: [
        { op: 'written', path: 'app/index.tsx', bytes: 10 },
        { op: 'written', path: 'app/old.tsx' },
        { op: 'deleted', path: 'app/old.tsx' },
      ],
      is_cut: false,
    });
    expect((json['events'] as { seq: number }[]).map(({ seq }) => seq)).toEqual([
      11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
  });

  it('has what a model was asked, what it answered, and what that took', async () => {
    const [prompt, answer] = await api.app
      .get<BlobStore>(BlobStore)
      .put([Buffer.from('{"messages":["Plan it."]}'), Buffer.from('A plan.')]);
    const call = { stage: 'generating_screens', call: 'plan', model: 'gpt', cost_usd: 0.25 };
    const shas = { prompt_sha256: prompt?.sha256, answer_sha256: answer?.sha256 };
    const data = { ...call, ...shas, usage: { input_tokens: 9, output_tokens: 3 }, duration_ms: 700 };
    await api.happened('asked', [requested('A recipe box'), fact('ModelAnswered', data)]);
    const { json } = await admin('runs/asked/1');
    expect(json['calls']).toEqual([
      {
        ...call,
        seq: 2,
        at: expect.any(String),
        duration_ms: 700,
        input_tokens: 9,
        output_tokens: 3,
        error: null,
        prompt: '{"messages":["Plan it."]}',
        answer: 'A plan.',
        note: null,
      },
    ]);
  });

  it('says where there is none', async () => {
    expect((await admin('runs/plants/3')).json['error']).toBe('run_not_found');
    expect((await admin('runs/nobody/1')).json['error']).toBe('project_not_found');
    expect((await admin('runs/plants/first')).json['error']).toBe('invalid_request');
  });
});

describe('GET /api/v1/admin/runs/export', () => {
  it('is every run that the filters let through, as JSON', async () => {
    const { headers, text } = await admin('runs/export?q=watering');
    expect(headers.get('content-disposition')).toBe('attachment; filename="runs.json"');
    expect((JSON.parse(text) as Run[]).map(({ run }) => run)).toEqual([2, 1]);
    expect((await admin('runs/export?q=nothing%20like%20this')).text).toBe('[]\n');
  });

  it('is CSV for spreadsheets, in which no prompt is a formula', async () => {
    await api.happened('formula', [requested('=HYPERLINK("http://evil.example"), an app')]);
    const { headers, text } = await admin('runs/export?format=csv&q=formula');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [names, row] = text.split('\n');
    expect(names).toMatch(/^project_id,run,prompt,user_id,/);
    expect(row).toMatch(/^formula,1,"'=HYPERLINK\(""http:\/\/evil\.example""\), an app",/);
  });

  it('refuses other formats', async () => {
    expect((await admin('runs/export?format=xml')).json['details']).toEqual([
      { field: 'format', message: 'must be csv or json' },
    ]);
  });
});

describe('GET /api/v1/admin/stats', () => {
  it('tells how long things took, why runs failed, and what they cost', async () => {
    const { json } = await admin('stats');
    const count = expect.any(Number);
    expect(json).toMatchObject({
      runs: { complete: 2, failed: 1, cancelled: 0 },
      stages: [{ stage: 'analyzing', count: 2, p50: count, p95: count }],
      first_light_ms: { count: 2 },
      failures: [{ code: 'boom', stage: 'analyzing', count: 1, reason: 'It broke.' }],
      queue: null,
    });
    expect(json['days']).toMatchObject([{ cost_usd: 1.25, first_light_ms: { count: 2, p50: count, p95: count } }]);
    expect(json['users']).toMatchObject([{ user_id: 'ann', runs: 2, cost_usd: 1 }, {}, {}]);
    expect(json['models']).toEqual([{ model: 'gpt', runs: 3, cost_usd: 1.25, runs_of_unknown_cost: 0 }]);
  });

  it('is of the period that is asked for', async () => {
    const { json } = await admin('stats?from=2020-01-01&to=2020-01-02');
    expect(json).toMatchObject({ runs: { total: 0 }, stages: [], duration_ms: { count: 0, p50: null, p95: null } });
    expect((await admin('stats?from=2020-01-02&to=2020-01-01')).json['details']).toEqual([
      { field: 'to', message: 'must be after from' },
    ]);
  });
});

describe('GET /api/v1/admin/live', () => {
  it('tells who watches what', async () => {
    await api.happened('presence:api-admin', [
      presence('ViewerConnected', 'plants'),
      presence('ViewerConnected', 'plants'),
      presence('ViewerConnected', 'ben'),
    ]);
    const { json } = await admin('live');
    expect(json).toMatchObject({
      connections: [
        { project_id: 'plants', instance_id: 'api-admin', viewers: 2 },
        { project_id: 'ben', instance_id: 'api-admin', viewers: 1 },
      ],
      previews: null,
      service: { rss_bytes: expect.any(Number) },
    });
  });
});

describe('DELETE /api/v1/projects/:project_id', () => {
  const remove = (id: string, headers: Record<string, string> = OPERATOR) =>
    api.send('DELETE', `/api/v1/projects/${id}`, undefined, headers);

  it('asks for the token', async () => {
    expect((await remove('plants', {})).json['error']).toBe('admin_token_missing');
  });

  it('makes the project gone everywhere at once, for good', async () => {
    await api.happened('doomed', completeRun(1, 'A doomed app'));
    expect((await remove('doomed')).status).toBe(204);
    for (const path of ['status/doomed', 'api/v1/stream-status/doomed', 'api/v1/projects/doomed/qr.svg']) {
      expect((await api.get(`/${path}`)).json).toMatchObject({ error: 'project_gone', project_id: 'doomed' });
    }
    for (const path of ['', '/events', '/files', '/files/app/index.tsx', '/versions', '/download']) {
      expect((await api.get(`/api/v1/projects/doomed${path}`)).status).toBe(410);
    }
    expect((await admin('runs/doomed/1')).status).toBe(410);
    expect((await remove('doomed')).status).toBe(410);
    const again = await api.post('/generate', { prompt: 'Another app of this name', project_id: 'doomed' });
    expect([again.status, again.json['error']]).toEqual([410, 'project_gone']);
  });

  it('takes it out of every list', async () => {
    await api.happened('doomed-too', completeRun(1, 'An ephemeral app'));
    expect(await found('q=ephemeral')).toEqual(['doomed-too/1']);
    await api.happened('doomed-too', [fact('ProjectDeleted', { author: 'anonymous' })]);
    expect(await found('q=ephemeral')).toEqual([]);
    const { json } = await api.get('/api/v1/projects?limit=100');
    const ids = (json['projects'] as Run[]).map(({ project_id }) => project_id);
    expect(ids).toContain('plants');
    expect(ids).not.toContain('doomed-too');
  });

  it('is not found where there never was one', async () => {
    expect((await remove('never-there')).json['error']).toBe('project_not_found');
  });
});

function requested(prompt: string, more: object = {}): NewEvent {
  return fact('RunRequested', { prompt, ...more });
}

function fact(type: string, data: object): NewEvent {
  return { type, data, run: 1, actor: 'test' };
}
