import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fact, record } from '../../test/support/given.js';
import { logMessage } from '../contract/messages/log-message.js';
import { decide } from './decide.js';
import type { RecordedEvent } from './events.js';
import { type LogMessage, tell } from './messages.js';
import type { AppPlan } from './plan.js';
import { publicStatus } from './public-status.js';
import { STAGES, type Stage } from './stage-plan.js';
import { evolve, newProject, type ProjectState } from './state.js';

const urls = { web: 'http://demo.localhost:8000' };
const plan = { name: 'Fit', notes: [], screens: [{}, {}, {}, {}] } as unknown as AppPlan;

/** A run in which stages end in the order that `pick` gives them. */
function playRun(pick: (running: readonly Stage[]) => Stage): readonly RecordedEvent[] {
  let state: ProjectState = newProject('demo');
  const log: RecordedEvent[] = [];
  const add = (facts: readonly Fact[]): void => {
    for (const fact of facts) {
      const [event] = record([fact]);
      if (!event) continue;
      const next = {
        ...event,
        seq: state.seq + 1,
        at: new Date(Date.UTC(2026, 0, 1) + state.seq * 1000).toISOString(),
      };
      state = evolve(state, next);
      log.push(next);
    }
  };
  add(decide(state, { type: 'StartRun', prompt: 'Create a fitness tracking app' }));
  add(decide(state, { type: 'AttachDriver' }));
  for (let guard = 0; guard < 50; guard++) {
    const running = STAGES.filter((stage) => state.run?.stages[stage] === 'running');
    const canEnd = running.filter((stage) => stage !== 'generating_screens' || state.run?.isPreviewPublished);
    if (canEnd.length === 0) break;
    const stage = pick(canEnd);
    const by = { epoch: 1, run: 1 } as const;
    if (stage === 'preview_ready') add(decide(state, { type: 'PublishPreview', urls, ...by }));
    if (stage === 'generating_screens') {
      for (const screen of ['Home', 'List', 'Form', 'Settings']) {
        const screens = [{ screen, path: `app/${screen}.tsx` }];
        add(decide(state, { type: 'RecordFiles', files: [], removed: [], author: 'blueprint', screens, ...by }));
      }
    }
    const output = stage === 'analyzing' ? { plan } : stage === 'creating_tunnel' ? { urls } : {};
    add(decide(state, { type: 'CompleteStage', stage, output, ...by }));
  }
  return log;
}

function tellAll(events: readonly RecordedEvent[]): readonly LogMessage[] {
  let state = newProject('demo');
  return events.map((event) => {
    const told = tell(state, event);
    state = told.state;
    return told.message;
  });
}

const anyRun = fc.infiniteStream(fc.nat()).map((numbers) =>
  playRun((running) => {
    const next = numbers.next().value as number;
    return running[next % running.length] ?? 'analyzing';
  }),
);

/** One event of each kind that a run of its own does not bring. */
const OTHERS: readonly Fact[] = [
  { type: 'RunRequested', data: { prompt: 'Create a fitness tracking app', user_id: 'ann', options: { seed: 3 } } },
  { type: 'FileWritten', data: { path: 'app/a.tsx', sha256: 'a', bytes: 1, author: 'user:ann', edit_version: 4 } },
  {
    type: 'FileWritten',
    data: { path: 'app/a.tsx', sha256: 'b', bytes: 2, author: 'x', authors: ['x', 'y'], base_sha256: 'a' },
  },
  { type: 'FileRenamed', data: { from: 'app/a.tsx', to: 'app/b.tsx', author: 'user:ann' } },
  { type: 'FileDeleted', data: { path: 'app/a.tsx', base_sha256: 'b' } },
  { type: 'Restored', data: { to_seq: 2, author: 'user:ann' } },
  { type: 'AssetAdded', data: { path: 'assets/icon.png', sha256: 'c', bytes: 3, kind: 'icon', origin: 'model' } },
  { type: 'PreviewPublished', data: { urls } },
  {
    type: 'PreviewTroubled',
    data: { source: 'page', message: 'x is not a function', file: 'app/b.tsx', line: 2, column: 0 },
  },
  { type: 'PreviewHealed', data: {} },
  { type: 'BudgetReached', data: { scope: 'run', spent_usd: 1, budget_usd: 1 } },
  { type: 'CancelRequested', data: { reason: 'enough' } },
  { type: 'RunCancelled', data: {} },
  { type: 'RetryRequested', data: {} },
  { type: 'RevisionRequested', data: { instruction: 'Make it blue' } },
  { type: 'ShareRequested', data: {} },
  {
    type: 'SiteExported',
    data: { label: 'demo', url: 'http://demo.share.localhost', files: [{ path: 'index.html', sha256: 'd', bytes: 9 }] },
  },
  { type: 'ShareFailed', data: { code: 'share_failed', reason: 'The disk is full.' } },
];

describe('every message', () => {
  const tellsOfContract = (events: readonly RecordedEvent[]) => {
    for (const message of tellAll(events)) expect(logMessage.parse(message)).toEqual(message);
  };

  it('has the shape that the contract names, and no field beyond it', () => {
    tellsOfContract(playRun((running) => running[0] ?? 'analyzing'));
    tellsOfContract(record(OTHERS));
  });
});

describe('the messages of a run', () => {
  const messages = tellAll(playRun((running) => running[0] ?? 'analyzing'));
  const progress = messages.flatMap((m) => (m.type === 'progress' ? [m.data] : []));

  it('are one an event, each with data, so that seq has no gaps', () => {
    expect(messages.map((m) => m.seq)).toEqual(messages.map((_, index) => index + 1));
    expect(messages.every((m) => typeof m.data === 'object')).toBe(true);
  });

  it('say once, at the end, what a model’s server did with the questions', () => {
    const events = playRun((running) => running[0] ?? 'analyzing');
    const call = { stage: 'generating_screens', model: 'm', prompt_sha256: 'p', cost_usd: null } as const;
    const answered = ['plan', 'screen:Home'].map((name, index) => ({
      type: 'ModelAnswered' as const,
      data: {
        ...call,
        call: name,
        usage: { input_tokens: 1, output_tokens: 1 },
        answer_sha256: 'a',
        note: `It read about ${2048 + index} tokens.`,
      },
    }));
    const at = events.findIndex(({ type }) => type === 'RunCompleted');
    const log = [...events.slice(0, at), ...record(answered), ...events.slice(at)];
    const end = tellAll(log).find(({ type }) => type === 'complete');
    expect(end?.data).toMatchObject({ notes: ['It read about 2048 tokens.'] });
  });

  it('name all eleven stages', () => {
    expect([...new Set(progress.map((p) => p.stage))].sort()).toEqual([...STAGES].sort());
  });

  it('give the preview’s URLs with preview_ready at 60, and not before', () => {
    const withUrl = progress.filter((p) => p.preview_url !== undefined);
    expect(withUrl).toEqual([
      {
        stage: 'preview_ready',
        stage_status: 'succeeded',
        message: 'Preview is live!',
        progress: 60,
        preview_url: urls.web,
        preview_urls: urls,
      },
    ]);
    expect(progress.findIndex((p) => p.stage === 'preview_ready')).toBe(progress.findIndex((p) => p === withUrl[0]));
  });

  it('end with progress 100 and then complete', () => {
    const end = messages.find((m) => m.type === 'complete');
    expect(messages[messages.findIndex((m) => m === end) - 1]?.data).toEqual({
      stage: 'complete',
      stage_status: 'succeeded',
      message: 'All done!',
      progress: 100,
    });
    expect(end?.data).toEqual({
      success: true,
      project_id: 'demo',
      app_name: 'Fit',
      preview_url: urls.web,
      preview_urls: urls,
      screens_added: ['Home', 'List', 'Form', 'Settings'],
      duration_ms: ((end?.seq ?? 0) - 1) * 1000,
      cost_usd: 0,
      made_by: { way: 'rules' },
    });
  });
});

describe('in whatever order the stages end', () => {
  it('progress never goes back, stays in 0..100 and reaches 100', () => {
    fc.assert(
      fc.property(anyRun, (log) => {
        const values = tellAll(log).flatMap((m) => (m.type === 'progress' ? [m.data.progress] : []));
        expect(values).toEqual([...values].sort((a, b) => a - b));
        expect(values.at(-1)).toBe(100);
      }),
    );
  });

  it('each stage starts once and succeeds once, and the run completes', () => {
    fc.assert(
      fc.property(anyRun, (log) => {
        for (const type of ['StageStarted', 'StageSucceeded'] as const) {
          const stages = log.flatMap((event) => (event.type === type ? [event.data.stage] : []));
          expect([...stages].sort()).toEqual([...STAGES].sort());
        }
        expect(log.filter((event) => event.type === 'RunCompleted')).toHaveLength(1);
      }),
    );
  });
});

describe('a run that fails', () => {
  const data = {
    stage: 'installing_deps' as const,
    code: 'kit',
    reason: 'Failed to install dependencies: no disk',
    retryable: true,
  };
  const messages = tellAll(
    record([
      { type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' } },
      { type: 'StageStarted', data: { stage: 'installing_deps' } },
      { type: 'StageFailed', data },
      { type: 'RunFailed', data },
    ]),
  );

  it('says when a stage begins again by itself', () => {
    const [message] = tellAll(record([{ type: 'StageFailed', data: { ...data, retry_in_ms: 4000 } }]));
    expect(message?.data).toMatchObject({
      stage_status: 'failed',
      message: 'Failed to install dependencies: no disk. Trying again in 4 s.',
      error: data.reason,
      retry_in_ms: 4000,
    });
  });

  it('says what failed, keeps the progress, and ends with an error message of the seed’s shape', () => {
    expect(messages.slice(2).map(({ seq: _seq, at: _at, run: _run, ...body }) => body)).toEqual([
      {
        type: 'progress',
        data: {
          stage: 'installing_deps',
          stage_status: 'failed',
          message: `Failed: ${data.reason}`,
          progress: 35,
          error: data.reason,
        },
      },
      {
        type: 'error',
        error: data.reason,
        data: { code: 'kit', message: data.reason, stage: 'installing_deps', retryable: true },
      },
    ]);
  });
});

describe('the status words', () => {
  const statusAfter = (...facts: readonly Fact[]): string | undefined => {
    const state = record([{ type: 'RunRequested', data: { prompt: 'x' } }, ...facts]).reduce(
      evolve,
      newProject('demo'),
    );
    return state.run && publicStatus(state.run);
  };
  const start = (stage: Stage): Fact => ({ type: 'StageStarted', data: { stage } });

  it.each<[string, readonly Fact[]]>([
    ['initializing', []],
    ['initializing', [start('creating_project')]],
    ['generating_code', [start('generating_base')]],
    ['installing_deps', [start('installing_deps'), start('generating_base')]],
    ['starting_server', [start('starting_server')]],
    ['creating_tunnel', [start('creating_tunnel'), start('preview_ready')]],
    ['ready', [{ type: 'StageSucceeded', data: { stage: 'preview_ready', output: {} } }]],
    ['ready', [{ type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } }]],
    ['cancelled', [{ type: 'RunCancelled', data: {} }]],
    ['error', [{ type: 'RunFailed', data: { stage: 'analyzing', code: 'c', reason: 'r', retryable: false } }]],
  ])('%s', (expected, facts) => {
    expect(statusAfter(...facts)).toBe(expected);
  });
});

describe('a call of a model', () => {
  const call = { stage: 'generating_screens', model: 'gpt', prompt_sha256: 'aa' } as const;
  const answered = (name: string, cost_usd: number | null): Fact => ({
    type: 'ModelAnswered',
    data: { ...call, call: name, cost_usd, usage: { input_tokens: 10, output_tokens: 5 }, answer_sha256: 'bb' },
  });
  const tellOf = (...facts: readonly Fact[]) =>
    tellAll(record([{ type: 'RunRequested', data: { prompt: 'Create an app' } }, ...facts])).slice(1);

  it('moves the meter in a progress message', () => {
    const failed: Fact = {
      type: 'ModelCallFailed',
      data: { ...call, call: 'screen:Home', cost_usd: 0, code: 'model_rate_limited', reason: 'Wait.' },
    };
    expect(tellOf(answered('plan', 0.5), failed, answered('screen:Home', 0.25)).map(({ data }) => data)).toEqual([
      expect.objectContaining({
        message: 'The model has planned the app',
        meter: { calls: 1, input_tokens: 10, output_tokens: 5, cost_usd: 0.5 },
      }),
      expect.objectContaining({
        message: 'The model gave no answer: Wait.',
        meter: { calls: 2, input_tokens: 10, output_tokens: 5, cost_usd: 0.5 },
      }),
      expect.objectContaining({
        message: 'The model has written Home',
        meter: { calls: 3, input_tokens: 20, output_tokens: 10, cost_usd: 0.75 },
      }),
    ]);
  });

  it('leaves the cost unknown from the first call without a price on', () => {
    const [, told] = tellOf(answered('plan', null), answered('screen:Home', 0.25));
    expect(told).toMatchObject({ data: { meter: { cost_usd: null } } });
  });
});

describe('what is planned', () => {
  const light = { background: '#ffffff', surface: '#f5f5f5', text: '#111111', muted: '#666666' };
  const rest = { primary: '#2457d6', onPrimary: '#ffffff', border: '#dddddd', danger: '#c0281f' };
  const screens = [
    { name: 'Habits', isTab: true, tab: 'Today' },
    { name: 'Settings', isTab: true },
    { name: 'Habit', isTab: false },
  ];

  it.each([
    [undefined, '#ffffff'],
    ['dark', '#000000'],
  ])('is told at once, with the colours that the app begins with (%s)', (appearance, background) => {
    const theme = { light: { ...light, ...rest }, dark: { ...light, ...rest, background: '#000000' } };
    const own = {
      ...plan,
      tagline: 'Every day',
      screens,
      theme,
      ...(appearance && { appearance }),
    } as unknown as AppPlan;
    const planned: Fact = { type: 'StageSucceeded', data: { stage: 'analyzing', output: { plan: own } } };
    const [, told] = tellAll(record([{ type: 'RunRequested', data: { prompt: 'a habit tracker' } }, planned]));
    expect(told?.data).toMatchObject({
      plan: {
        app_name: 'Fit',
        tagline: 'Every day',
        screens: [{ name: 'Habits', tab: 'Today' }, { name: 'Settings', tab: 'Settings' }, { name: 'Habit' }],
        colours: { background, primary: '#2457d6', on_primary: '#ffffff' },
      },
    });
  });
});

describe('messages about the run itself', () => {
  const requested: Fact = { type: 'RunRequested', data: { prompt: 'a plant app' } };
  const budget: Fact = { type: 'BudgetReached', data: { scope: 'run', spent_usd: 2, budget_usd: 1 } };
  const completed: Fact = { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } };
  const planned: Fact = { type: 'StageSucceeded', data: { stage: 'analyzing', output: { plan } } };
  const told = (...facts: readonly Fact[]) => tellAll(record(facts)).at(-1)?.data;

  it.each<[string, readonly Fact[], object]>([
    ['a request', [requested], { status: 'requested', run_status: 'active', progress: 0, stages: {} }],
    ['a budget that is reached', [requested, budget], { status: 'budget_reached', run_status: 'active' }],
    ['one that is reached after the end', [requested, completed, budget], { run_status: 'complete' }],
    [
      'a cancel',
      [requested, { type: 'CancelRequested', data: {} }],
      { status: 'cancelling', run_status: 'active', is_cancelling: true },
    ],
    [
      'a revision, which has what the run before has made',
      [
        requested,
        planned,
        { type: 'PreviewPublished', data: { urls } },
        completed,
        { type: 'RevisionRequested', run: 2, data: { instruction: 'Make it blue' } },
      ],
      {
        status: 'revising',
        run_status: 'active',
        prompt: 'a plant app',
        instruction: 'Make it blue',
        app_name: 'Fit',
        progress: 60,
        preview_url: urls.web,
      },
    ],
  ])('tell after %s what the run is', (_, facts, expected) => {
    expect(told(...facts)).toMatchObject(expected);
  });
});
