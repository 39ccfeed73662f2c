import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlobStore } from '../../src/event-store/blob-store.port.js';
import { Database } from '../../src/event-store/database.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { type ApiService, DAILY_BUDGET_USD, startApi } from './api-service.js';
import { completeRun, failedRun } from './projection-run.js';

const PROMPT = 'an app to water my plants';

let api: ApiService;
beforeAll(async () => {
  api = await startApi('api-generate');
});
afterAll(() => api.close());

describe('POST /generate', () => {
  it.each(['/generate', '/api/v1/generate'])('starts a run at once (%s)', async (path) => {
    const { status, json } = await api.post(path, { prompt: PROMPT, user_id: 'ann', template_id: 'modern-blue' });
    expect(status).toBe(201);
    const id = String(json['project_id']);
    expect(id).toMatch(/^app-[a-z2-7]{20}$/);
    expect(json).toEqual({
      project_id: id,
      status: 'initializing',
      message: 'Run 1 has started.',
      websocket_url: `${api.url.replace('http', 'ws')}/api/v1/ws/generate/${id}`,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    const [first] = await api.store.read(id);
    expect(first).toMatchObject({ type: 'RunRequested', actor: 'user:ann', data: { prompt: PROMPT, user_id: 'ann' } });
  });

  it('takes null for what is not given, as clients without optional fields send it', async () => {
    const body = { prompt: PROMPT, user_id: null, template_id: null, options: null };
    expect((await api.post('/generate', body)).status).toBe(201);
  });

  it('answers a client that offers another protocol with each request', async () => {
    const { connection, upgrade } = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' };
    expect(await rawPost(api.url, '/generate', { prompt: PROMPT }, { connection, upgrade })).toBe(201);
  });

  it('has a status as soon as it has answered', async () => {
    for (let n = 0; n < 20; n++) {
      const { json } = await api.post('/generate', { prompt: PROMPT });
      const { status, json: told } = await api.get(`/status/${String(json['project_id'])}`);
      expect([status, told['status'], told['run']]).toEqual([200, 'initializing', 1]);
    }
  });

  it('takes the id of the client, and joins the run that is active', async () => {
    const first = await api.post('/generate', { prompt: PROMPT, project_id: 'My_App-1' });
    const second = await api.post('/generate', { prompt: 'another app altogether', project_id: 'My_App-1' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual({ ...first.json, message: 'Joined run 1, which is active already.' });
    const events = await api.store.read('My_App-1');
    expect(events.filter(({ type }) => type === 'RunRequested')).toHaveLength(1);
  });

  it('starts nothing where the project must be new and is not', async () => {
    const body = { prompt: PROMPT, project_id: 'made-once', create: true };
    expect((await api.post('/generate', body)).status).toBe(201);
    const { status, json } = await api.post('/generate', body);
    expect([status, json['error'], json['category']]).toEqual([409, 'project_exists', 'conflict']);
    const runs = (await api.store.read('made-once')).filter(({ type }) => type === 'RunRequested');
    expect(runs).toHaveLength(1);
  });

  it('makes one run of many starts at the same moment', async () => {
    const body = { prompt: PROMPT, project_id: 'at-once' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.post('/generate', body)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(answers.filter(({ json }) => json['message'] === 'Run 1 has started.')).toHaveLength(1);
  });

  it('begins run 2 after the end of run 1', async () => {
    await api.happened('two-runs', completeRun());
    const { json } = await api.post('/generate', { prompt: PROMPT, project_id: 'two-runs' });
    expect(json).toMatchObject({ message: 'Run 2 has started.', status: 'initializing' });
    const { json: project } = await api.get('/api/v1/projects/two-runs');
    expect(project['runs']).toMatchObject([
      { run: 1, status: 'complete' },
      { run: 2, status: 'active' },
    ]);
  });

  it.each(['R&D tracker app', 'a todo app; with dark mode', '家計簿アプリを作ってください', '"; DROP TABLE event; --'])(
    'accepts the prompt %s',
    async (prompt) => {
      const { status, json } = await api.post('/generate', { prompt });
      expect(status).toBe(201);
      const { json: project } = await api.get(`/api/v1/projects/${String(json['project_id'])}`);
      expect(project['prompt']).toBe(prompt);
    },
  );

  it('names the address that the client used', async () => {
    const { json } = await api.post('/generate', { prompt: PROMPT }, { 'x-forwarded-proto': 'https' });
    expect(json['websocket_url']).toMatch(/^wss:\/\/127\.0\.0\.1:\d+\/api\/v1\/ws\/generate\//);
  });
});

describe('while the projections stand still', () => {
  /** Nobody can move the views on until `work` is done. */
  async function heldBack(work: () => Promise<void>): Promise<void> {
    const tx = await api.app.get(Database).pool.connect();
    try {
      await tx.query('BEGIN');
      await tx.query('SELECT FROM projection FOR UPDATE');
      await work();
    } finally {
      await tx.query('ROLLBACK');
      tx.release();
    }
  }

  it('a run is started, seen, cancelled and joined from what the log says', async () => {
    await heldBack(async () => {
      const started = await api.post('/generate', { prompt: PROMPT, project_id: 'ahead' });
      expect([started.status, started.json['status']]).toEqual([201, 'initializing']);
      expect((await api.get('/status/ahead')).json).toMatchObject({ run: 1, seq: 3, stage: 'creating_project' });
      expect((await api.get('/api/v1/stream-status/ahead')).json).toMatchObject({ run_status: 'active' });
      const cancelled = await api.post('/api/v1/projects/ahead/cancel');
      expect([cancelled.status, cancelled.json['seq']]).toEqual([202, 4]);
      expect((await api.get('/api/v1/projects/ahead')).json).toMatchObject({ runs: [{ run: 1, status: 'active' }] });
    });
  });

  it('a failed run goes on, and tells so', async () => {
    await heldBack(async () => {
      await api.store.append('ahead-failed', 0, failedRun());
      const retried = await api.post('/api/v1/projects/ahead-failed/retry');
      expect([retried.status, retried.json['status'], retried.json['error']]).toEqual([202, 'initializing', null]);
    });
  });

  it('an app that was shared just now is told as shared', async () => {
    await heldBack(async () => {
      const site = { label: 'ahead-shared', url: 'http://ahead-shared.share.localhost', files: [] };
      const shared = [{ type: 'SiteExported', data: site, run: 1, actor: 'test' }];
      await api.store.append('ahead-shared', 0, [...completeRun(), ...shared]);
      const again = await api.post('/api/v1/projects/ahead-shared/share');
      expect([again.status, again.json['state'], again.json['url']]).toEqual([202, 'shared', site.url]);
      expect((await api.get('/api/v1/projects/ahead-shared/share')).json).toEqual(again.json);
    });
  });
});

describe('POST /api/v1/projects/:id/cancel', () => {
  it('asks the run to end, as often as one likes', async () => {
    await api.post('/generate', { prompt: PROMPT, project_id: 'stop-me' });
    const first = await api.post('/api/v1/projects/stop-me/cancel', { reason: 'changed my mind' });
    const second = await api.post('/api/v1/projects/stop-me/cancel');
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.json).toMatchObject({ project_id: 'stop-me', seq: 4 });
    const events = await api.store.read('stop-me');
    expect(events.at(-1)).toMatchObject({ type: 'CancelRequested', seq: 4, data: { reason: 'changed my mind' } });
  });

  it('is a conflict where nothing runs', async () => {
    await api.happened('all-done', completeRun());
    const { status, json } = await api.post('/api/v1/projects/all-done/cancel');
    expect(status).toBe(409);
    expect(json).toMatchObject({ error: 'run_not_active', category: 'conflict', project_id: 'all-done' });
  });
});

describe('POST /api/v1/projects/:id/revise', () => {
  const call = { stage: 'generating_screens', call: 'plan', model: 'gpt', prompt_sha256: 'a', cost_usd: 1.25 } as const;
  const paid = (user_id: string, calls: number): readonly NewEvent[] =>
    [
      { type: 'RunRequested', data: { prompt: PROMPT, user_id } },
      ...Array.from({ length: calls }, () => ({ type: 'ModelCallFailed', data: { ...call, code: 'x', reason: 'x' } })),
      { type: 'RunCompleted', data: { app_name: 'Plants', cost_usd: calls * 1.25 } },
    ].map((event) => ({ ...event, run: 1, actor: 'test' }));

  it('is refused where whoever the app is of has spent the day’s budget, with when it is free again', async () => {
    await api.happened('dear-1', paid('spender', 1));
    await api.happened('dear-2', paid('spender', 1));
    const { status, json, headers } = await api.post('/api/v1/projects/dear-2/revise', { instruction: 'Make it blue' });
    expect(status).toBe(429);
    expect(json).toMatchObject({ error: 'budget_reached', category: 'limit', project_id: 'dear-2' });
    expect(json['message']).toContain(`$2.5000 of BUDGET_USD_PER_USER_PER_DAY=${DAILY_BUDGET_USD}`);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
  });

  it('is not refused for what others have spent', async () => {
    await api.happened('cheap', paid('saver', 1));
    const { status, json } = await api.post('/api/v1/projects/cheap/revise', { instruction: 'Make it blue' });
    expect([status, json['error']]).toEqual([409, 'run_not_revisable']);
  });

  it('waits its turn while a run is active, is listed, and can be withdrawn', async () => {
    const path = '/api/v1/projects/busy';
    await api.post('/api/v1/generate', { prompt: 'Create a fitness tracking app', project_id: 'busy' });
    const first = await api.post(`${path}/revise`, { instruction: 'Make it blue', user_id: 'ann' });
    const second = await api.post(`${path}/revise`, { instruction: 'Make it red' });
    expect([first.status, first.json['queued'], second.json['queued']]).toEqual([
      202,
      { revision: expect.any(Number), position: 1 },
      { revision: expect.any(Number), position: 2 },
    ]);
    const { revision } = first.json['queued'] as { revision: number };
    const waits = async () => (await api.get(`${path}/queue`)).json['queue'];
    expect(await waits()).toMatchObject([
      { revision, position: 1, instruction: 'Make it blue', user_id: 'ann' },
      { position: 2, instruction: 'Make it red', user_id: null },
    ]);
    expect((await api.send('DELETE', `${path}/queue/${revision}`)).status).toBe(204);
    expect(await waits()).toMatchObject([{ position: 1, instruction: 'Make it red' }]);
    expect((await api.send('DELETE', `${path}/queue/${revision}`)).json['error']).toBe('revision_not_queued');
  });
});

describe('POST /api/v1/projects/:id/revise with a line that is pointed at', () => {
  it('keeps the line with what stands there, and refuses a file that is not there', async () => {
    await api.post('/api/v1/generate', { prompt: 'Create a fitness tracking app', project_id: 'pointed' });
    const [home] = await api.app.get<BlobStore>(BlobStore).put([Buffer.from('import a;\n  <Text>Home</Text>\n')]);
    await api.happened('pointed', [
      {
        ...{ run: 1, actor: 'test', type: 'FileWritten' },
        data: { path: 'app/index.tsx', author: 'blueprint', ...home },
      },
    ]);
    const revise = (at: unknown) => api.post('/api/v1/projects/pointed/revise', { instruction: 'Make it larger', at });
    expect((await revise({ path: 'app/index.tsx', line: 2 })).status).toBe(202);
    expect((await revise({ path: 'app/index.tsx', line: 99 })).status).toBe(202);
    expect((await api.get('/api/v1/projects/pointed/queue')).json['queue']).toMatchObject([
      { at: { path: 'app/index.tsx', line: 2, code: '<Text>Home</Text>' } },
      { at: { path: 'app/index.tsx', line: 99 } },
    ]);
    expect((await revise({ path: 'app/gone.tsx', line: 2 })).json['error']).toBe('file_not_found');
    expect((await revise({ path: 'app/index.tsx', line: 0 })).json).toMatchObject({
      error: 'invalid_request',
      details: [{ field: 'at.line' }],
    });
  });
});

describe('POST /api/v1/projects/:id/retry', () => {
  it('goes on with the failed run', async () => {
    await api.happened('fail-once', failedRun());
    const { status, json } = await api.post('/api/v1/projects/fail-once/retry');
    expect(status).toBe(202);
    // Both begin at once; the run is as far as the later of them.
    expect(json).toMatchObject({ status: 'initializing', run: 1, error: null, stage: 'creating_project' });
  });

  it('is a conflict where nothing failed', async () => {
    await api.happened('went-well', completeRun());
    const { status, json } = await api.post('/api/v1/projects/went-well/retry');
    expect([status, json['error']]).toEqual([409, 'run_not_retryable']);
  });
});

/** The status of a request with headers that fetch would not send. */
async function rawPost(url: string, path: string, body: object, headers: Record<string, string>): Promise<number> {
  const post = request(url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } });
  post.end(JSON.stringify(body));
  const [response] = (await once(post, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}
