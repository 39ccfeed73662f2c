import { describe, expect, it } from '@jest/globals';
import { type Fact, record } from '../../../test/support/given.js';
import type { PublicStatus } from '../../generation/public-status.js';
import type { Stage } from '../../generation/stage-plan.js';
import { foldStatus, type StatusFold, statusRow } from './fold.js';

const requested: Fact = { type: 'RunRequested', data: { prompt: 'a plant watering app', user_id: 'ann' } };
const urls = { web: 'http://demo.localhost:8000' };
const started = (stage: Stage): Fact => ({ type: 'StageStarted', data: { stage } });
const succeeded = (stage: Stage): Fact => ({ type: 'StageSucceeded', data: { stage, output: {} } });
const broken = {
  stage: 'installing_deps',
  code: 'kit_missing',
  reason: 'The kit is missing.',
  retryable: true,
} as const;

function fold(...facts: readonly Fact[]): StatusFold {
  const folded = record(facts).reduce<StatusFold | undefined>(
    (before, event) => foldStatus(before, 'demo', event),
    undefined,
  );
  if (!folded) throw new Error('Give at least one fact.');
  // As it is read back from the table.
  return JSON.parse(JSON.stringify(folded)) as StatusFold;
}

const row = (...facts: readonly Fact[]) => statusRow(fold(...facts));

describe('the status view', () => {
  it('shows nothing but null where nothing is known yet', () => {
    expect(row(requested)).toEqual({
      project_id: 'demo',
      user_id: 'ann',
      prompt: 'a plant watering app',
      app_name: null,
      status: 'initializing',
      stage: null,
      progress: 0,
      run: 1,
      seq: 1,
      preview_urls: null,
      error: null,
      is_complete: false,
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z',
      completed_at: null,
    });
  });

  it.each<[PublicStatus, number, readonly Fact[]]>([
    ['initializing', 5, [started('analyzing')]],
    ['generating_code', 25, [started('analyzing'), started('generating_base')]],
    ['installing_deps', 35, [started('generating_base'), started('installing_deps')]],
    ['creating_tunnel', 55, [started('creating_tunnel')]],
    ['ready', 60, [started('creating_tunnel'), started('preview_ready'), succeeded('preview_ready')]],
    ['error', 35, [started('installing_deps'), { type: 'RunFailed', data: broken }]],
    [
      'cancelled',
      35,
      [started('installing_deps'), { type: 'CancelRequested', data: {} }, { type: 'RunCancelled', data: {} }],
    ],
  ])('is %s at %i per cent', (status, progress, facts) => {
    expect(row(requested, ...facts)).toMatchObject({ status, progress });
  });

  it('shows the preview only once it is published', () => {
    const creating: Fact = { type: 'StageSucceeded', data: { stage: 'creating_tunnel', output: { urls } } };
    expect(row(requested, creating)?.preview_urls).toBeNull();
    expect(row(requested, creating, { type: 'PreviewPublished', data: { urls } })?.preview_urls).toEqual(urls);
  });

  it('keeps the progress of a failed run and says what failed', () => {
    expect(row(requested, started('installing_deps'), { type: 'RunFailed', data: broken })).toMatchObject({
      progress: 35,
      error: { code: 'kit_missing', message: 'The kit is missing.', stage: 'installing_deps', retryable: true },
    });
  });

  it('forgets the failure when the run is retried', () => {
    const facts: Fact[] = [requested, { type: 'RunFailed', data: broken }, { type: 'RetryRequested', data: {} }];
    expect(row(...facts)).toMatchObject({ error: null, status: 'initializing' });
  });

  it('says when the run was complete, and keeps when the project was created', () => {
    const complete: Fact = { type: 'RunCompleted', data: { app_name: 'Plants', cost_usd: 0 } };
    expect(row(requested, complete)).toMatchObject({
      is_complete: true,
      status: 'ready',
      created_at: '2026-01-01T00:00:00.000Z',
      completed_at: '2026-01-01T00:00:01.000Z',
    });
    const again: Fact = { ...requested, run: 2 };
    expect(row(requested, complete, again)).toMatchObject({ is_complete: false, run: 2, completed_at: null, seq: 3 });
    expect(row(requested, complete, again)?.created_at).toBe('2026-01-01T00:00:00.000Z');
  });

  it('remembers the last words viewers were told in this run', () => {
    expect(fold(requested).message).toBeNull();
    expect(fold(requested, started('analyzing'), { type: 'DriverAttached', data: { epoch: 1 } }).message).toBe(
      'Analyzing requirements',
    );
    expect(fold(requested, { type: 'RunFailed', data: broken }).message).toBe('The kit is missing.');
    expect(fold(requested, started('analyzing'), { ...requested, run: 2 }).message).toBeNull();
  });

  it('carries no files along', () => {
    const written: Fact = { type: 'FileWritten', data: { path: 'a.tsx', sha256: 'ff', bytes: 1, author: 'blueprint' } };
    expect(fold(requested, written).state.files).toEqual({});
  });
});
