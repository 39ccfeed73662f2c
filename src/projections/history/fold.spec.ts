import { describe, expect, it } from '@jest/globals';
import { type Fact, record } from '../../../test/support/given.js';
import type { AppPlan } from '../../generation/plan.js';
import { foldStatus, type StatusFold } from '../status/fold.js';
import { runRow } from './fold.js';
import type { RunRow } from './table.js';

const requested: Fact = { type: 'RunRequested', data: { prompt: 'a plant watering app', template_id: 'modern-blue' } };
const broken = { stage: 'analyzing', code: 'boom', reason: 'It broke.', retryable: true } as const;

function fold(...facts: readonly Fact[]): RunRow | undefined {
  const folded = record(facts).reduce<StatusFold | undefined>(
    (before, event) => foldStatus(before, 'demo', event),
    undefined,
  );
  return folded && runRow(folded);
}

describe('the history view', () => {
  it('begins a run with its request', () => {
    expect(fold(requested)).toEqual({
      project_id: 'demo',
      run: 1,
      prompt: 'a plant watering app',
      user_id: null,
      template_id: 'modern-blue',
      status: 'active',
      app_name: null,
      screens: [],
      files: 0,
      cost_usd: 0,
      estimate: null,
      calls: 0,
      input_tokens: 0,
      output_tokens: 0,
      started_at: '2026-01-01T00:00:00.000Z',
      ended_at: null,
      duration_ms: null,
      error: null,
      model: null,
      cost_by_model: {},
      stages_ms: {},
      first_light_ms: null,
      first_seq: 1,
    });
  });

  it('knows no run that was never requested', () => {
    expect(fold({ type: 'DriverAttached', data: { epoch: 1 } })).toBeUndefined();
  });

  it('counts what the run wrote and names each screen once', () => {
    const file = { path: 'a.tsx', sha256: 'ff', bytes: 1 };
    const screen: Fact = { type: 'ScreenAdded', data: { screen: 'Plants', path: 'a.tsx' } };
    const row = fold(
      requested,
      { type: 'FileWritten', data: { ...file, author: 'blueprint' } },
      { type: 'AssetAdded', data: { ...file, kind: 'icon', origin: 'generated' } },
      screen,
      screen,
    );
    expect(row).toMatchObject({ files: 2, screens: ['Plants'] });
  });

  it('closes the run with its name, cost and duration', () => {
    const plan = { name: 'Plants', screens: [], notes: [] } as unknown as AppPlan;
    const planned: Fact = { type: 'StageSucceeded', data: { stage: 'analyzing', output: { plan } } };
    const call = { stage: 'analyzing', call: 'plan', model: 'gpt', prompt_sha256: 'a', cost_usd: 0.25 } as const;
    const paid: Fact = { type: 'ModelCallFailed', data: { ...call, code: 'x', reason: 'x' } };
    const completed: Fact = { type: 'RunCompleted', data: { app_name: 'Plants', cost_usd: 0.25 } };
    expect(fold(requested, planned, paid, completed)).toMatchObject({
      status: 'complete',
      app_name: 'Plants',
      cost_usd: 0.25,
      calls: 1,
      ended_at: '2026-01-01T00:00:03.000Z',
      duration_ms: 3000,
    });
    expect(fold(requested, { type: 'RunCancelled', data: {} })).toMatchObject({
      status: 'cancelled',
      duration_ms: 1000,
    });
  });

  it('begins a revision as a run of its own, with what is to be changed as its prompt', () => {
    const written: Fact = { type: 'FileWritten', data: { path: 'a.tsx', sha256: 'ff', bytes: 1, author: 'blueprint' } };
    const revision: Fact = { type: 'RevisionRequested', run: 2, data: { instruction: 'Make it blue' } };
    const row = fold(requested, written, { type: 'RunCompleted', data: { app_name: 'Plants', cost_usd: 0 } }, revision);
    expect(row).toMatchObject({ run: 2, prompt: 'Make it blue', files: 0, status: 'active', cost_usd: 0 });
  });

  it('opens a failed run again when it is retried', () => {
    const failed: Fact = { type: 'RunFailed', data: broken };
    expect(fold(requested, failed)).toMatchObject({ status: 'failed', error: { code: 'boom', message: 'It broke.' } });
    expect(fold(requested, failed, { type: 'RetryRequested', data: {} })).toEqual(fold(requested));
  });
});
