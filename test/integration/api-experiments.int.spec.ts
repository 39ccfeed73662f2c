import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { type ApiService, startApi } from './api-service.js';
import { completeRun, failedRun } from './projection-run.js';

const ARMS = [
  { prompt: 'A plant watering app', template_id: 'modern-blue' },
  { prompt: 'An app that waters plants', seed: 7 },
];

interface Started {
  readonly id: string;
  /** Of the arms a and b. */
  readonly projects: readonly (readonly string[])[];
}

interface Run {
  readonly project_id: string;
  readonly status: string;
}

let api: ApiService;
beforeAll(async () => {
  api = await startApi('api-experiments');
});
afterAll(() => api.close());

async function started(runs_per_arm = 1, arms: readonly object[] = ARMS): Promise<Started> {
  const { status, json } = await api.post('/api/v1/experiments', { name: 'Wording', arms, runs_per_arm });
  expect(status).toBe(201);
  const of = json['arms'] as { projects: string[] }[];
  return { id: String(json['experiment_id']), projects: of.map(({ projects }) => projects) };
}

async function experiment(id: string) {
  const { json } = await api.get(`/api/v1/experiments/${id}`);
  return json as unknown as { status: string; arms: { arm: string; runs: Run[]; measures: object; votes: object }[] };
}

/** Resolves when the run was begun. */
async function begun(projectId = ''): Promise<void> {
  while ((await api.store.headSeq(projectId)) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** What a driver would do with a run that was begun. */
async function runEnds(projectId = '', facts: readonly NewEvent[] = completeRun()): Promise<void> {
  await begun(projectId);
  await api.happened(projectId, facts.slice(1));
}

async function until(id: string, isSo: (now: Awaited<ReturnType<typeof experiment>>) => boolean): Promise<void> {
  while (!isSo(await experiment(id))) await new Promise((resolve) => setTimeout(resolve, 5));
}

const statuses = ({ arms }: Awaited<ReturnType<typeof experiment>>) =>
  arms.map(({ runs }) => runs.map(({ status }) => status));

describe('an experiment', () => {
  it('runs its arms in turns, one run at a time, and tells what each took', async () => {
    const { id, projects } = await started(2);
    const [[a1, a2] = [], [b1, b2] = []] = projects;
    await begun(a1);
    expect((await api.store.read(a1 ?? ''))[0]).toMatchObject({
      type: 'RunRequested',
      data: { prompt: 'A plant watering app', template_id: 'modern-blue' },
    });
    expect(statuses(await experiment(id))).toEqual([
      ['running', 'waiting'],
      ['waiting', 'waiting'],
    ]);
    for (const project of [a1, b1, b2]) await runEnds(project);
    await runEnds(a2, failedRun());
    expect((await api.store.read(b1 ?? ''))[0]?.data).toMatchObject({ options: { seed: 7 } });
    await until(id, ({ status }) => status === 'complete');
    const { arms } = await experiment(id);
    expect(arms).toMatchObject([
      {
        arm: 'a',
        prompt: 'A plant watering app',
        runs: [
          { status: 'complete', cost_usd: 0.5, errors: 1, preview_url: 'http://demo.localhost:8000' },
          { status: 'failed' },
        ],
        measures: {
          time_to_complete_ms: { n: 1, interval: null },
          errors: { n: 2, mean: 1, interval: { low: 1, high: 1 } },
        },
      },
      { arm: 'b', seed: 7, measures: { cost_usd: { n: 2, mean: 0.5 }, edits_kept: { n: 2, mean: 0 } } },
    ]);
  });

  it('begins no other run while it is suspended', async () => {
    const { id, projects } = await started();
    const [[a1] = [], [b1] = []] = projects;
    await begun(a1);
    expect((await api.post(`/api/v1/experiments/${id}/suspend`)).status).toBe(204);
    await runEnds(a1);
    await until(id, ({ arms }) => arms[0]?.runs[0]?.status === 'complete');
    expect(await api.store.headSeq(b1 ?? '')).toBe(0);
    expect((await api.post(`/api/v1/experiments/${id}/resume`)).status).toBe(204);
    await runEnds(b1);
    await until(id, ({ status }) => status === 'complete');
  });

  it('cancels the run under way with it, and is over then', async () => {
    const { id, projects } = await started();
    const [[a1 = ''] = []] = projects;
    await begun(a1);
    expect((await api.post(`/api/v1/experiments/${id}/cancel`)).status).toBe(204);
    const cancels = async () => (await api.store.read(a1)).filter(({ type }) => type === 'CancelRequested');
    while ((await cancels()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await api.happened(a1, [{ type: 'RunCancelled', data: {}, run: 1, actor: 'driver' }]);
    await until(id, ({ arms }) => arms[0]?.runs[0]?.status === 'cancelled');
    expect((await experiment(id)).status).toBe('cancelled');
    expect((await api.post(`/api/v1/experiments/${id}/resume`)).json).toMatchObject({ error: 'experiment_over' });
  });

  it('goes on past a project that somebody deletes', async () => {
    const { id, projects } = await started();
    const [[a1 = ''] = [], [b1] = []] = projects;
    await begun(a1);
    expect((await api.send('DELETE', `/api/v1/projects/${a1}`)).status).toBe(204);
    await begun(b1);
    expect(statuses(await experiment(id))).toEqual([['deleted'], ['running']]);
  });

  it('is in the list, newest first, by pages', async () => {
    const [first, second] = [await started(), await started()];
    const { json } = await api.get('/api/v1/experiments?limit=1');
    expect(json['experiments']).toMatchObject([{ experiment_id: second.id, arms: 2, runs: 2, votes: 0 }]);
    const next = await api.get(`/api/v1/experiments?limit=1&cursor=${String(json['next_cursor'])}`);
    expect(next.json['experiments']).toMatchObject([{ experiment_id: first.id }]);
  });
});

describe('votes', () => {
  const vote = (id: string, body: object) => api.post(`/api/v1/experiments/${id}/votes`, body);

  it('are one a person, who may move it, with shares and intervals', async () => {
    const { id } = await started();
    for (const [user_id, arm] of [
      ['ann', 'a'],
      ['ben', 'a'],
      ['eve', 'b'],
      ['ann', 'b'],
    ]) {
      expect((await vote(id, { user_id, arm })).status).toBe(204);
    }
    const { arms } = await experiment(id);
    expect(arms.map(({ votes }) => votes)).toEqual([
      { count: 1, share: 1 / 3, interval: { low: expect.closeTo(0.0084, 3), high: expect.closeTo(0.9057, 3) } },
      { count: 2, share: 2 / 3, interval: { low: expect.closeTo(0.0943, 3), high: expect.closeTo(0.9916, 3) } },
    ]);
    expect((await api.get(`/api/v1/experiments/${id}/ballot?user_id=ann`)).json).toMatchObject({ vote: 'b' });
  });

  it('are cast on what was made alone, in an order that stays a person’s own', async () => {
    const { id, projects } = await started();
    const [[a1] = [], [b1] = []] = projects;
    await runEnds(a1);
    await runEnds(b1);
    await until(id, ({ status }) => status === 'complete');
    const ballots = await Promise.all(
      ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p1'].map((user) =>
        api.get(`/api/v1/experiments/${id}/ballot?user_id=${user}`),
      ),
    );
    const orders = ballots.map(({ json }) => (json['choices'] as { arm: string }[]).map(({ arm }) => arm).join(''));
    expect(new Set(orders)).toEqual(new Set(['ab', 'ba']));
    expect(orders.at(-1)).toBe(orders[0]);
    for (const { text } of ballots) expect(text).not.toMatch(/water|seed|modern|cost|share/);
  });

  it.each([
    [{ user_id: 'ann', arm: 'c' }, 422, 'arm_unknown', 'arm'],
    [{ user_id: 'ann' }, 400, 'invalid_request', 'arm'],
    [{ arm: 'a' }, 400, 'invalid_request', 'user_id'],
    [{ arm: 'a', user_id: ' ' }, 400, 'invalid_request', 'user_id'],
  ])('refuse %j by name', async (body, status, error, field) => {
    const { id } = await started();
    const answer = await vote(id, body);
    expect([answer.status, answer.json['error']]).toEqual([status, error]);
    expect(answer.json['details']).toMatchObject([{ field }]);
  });
});

describe('a request for an experiment', () => {
  const [arm] = ARMS;
  it.each([
    ['one arm', { arms: [arm] }, 400, 'arms'],
    ['seven arms', { arms: Array.from({ length: 7 }, () => arm) }, 400, 'arms'],
    ['no arms', { arms: 'a, b' }, 400, 'arms'],
    ['a prompt that is too short', { arms: [arm, { prompt: 'an app' }] }, 422, 'arms.1.prompt'],
    ['no prompt', { arms: [arm, {}] }, 400, 'arms.1.prompt'],
    ['a seed below 0', { arms: [arm, { ...arm, seed: -1 }] }, 400, 'arms.1.seed'],
    ['too many runs', { arms: ARMS, runs_per_arm: 21 }, 400, 'runs_per_arm'],
    ['no name', { name: '', arms: ARMS }, 400, 'name'],
  ])('with %s is refused by name', async (_what, body, status, field) => {
    const answer = await api.post('/api/v1/experiments', { name: 'Wording', ...body });
    expect(answer.status).toBe(status);
    expect(answer.json['details']).toMatchObject([{ field, message: expect.any(String) }]);
  });

  it('with an unknown template is refused', async () => {
    const body = { name: 'Wording', arms: [arm, { ...arm, template_id: 'plaid' }] };
    expect((await api.post('/api/v1/experiments', body)).json['error']).toBe('unknown_template');
  });

  it('for one that is not there says so', async () => {
    for (const path of ['', '/ballot?user_id=ann']) {
      expect((await api.get(`/api/v1/experiments/nothing${path}`)).json['error']).toBe('experiment_not_found');
    }
    expect((await api.post('/api/v1/experiments/nothing/cancel')).json['error']).toBe('experiment_not_found');
  });
});
