import { describe, expect, it } from '@jest/globals';
import { type Fact, given } from '../../test/support/given.js';
import { pendingWork } from './pending-work.js';
import type { Stage } from './stage-plan.js';

const started = (stage: Stage): Fact => ({ type: 'StageStarted', data: { stage } });
const waits = (stage: Stage): Fact => ({
  type: 'StageFailed',
  data: { stage, code: 'kit', reason: 'no network', retryable: true, retry_in_ms: 4000 },
});
const requested: Fact = { type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' } };
const completed: Fact = { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } };
const work = (...facts: Fact[]) => pendingWork(given(...facts).state);

describe('what is left to do for a project', () => {
  it.each<[string, Fact[], ReturnType<typeof pendingWork>]>([
    ['nothing before the first run', [], { stages: [], restarts: [], mustCancel: false, mustExport: false }],
    [
      'the stages that have started',
      [requested, started('analyzing'), started('creating_project')],
      { stages: ['analyzing', 'creating_project'], restarts: [], mustCancel: false, mustExport: false },
    ],
    [
      'a stage that begins again, at the time that its failure set',
      [requested, started('installing_deps'), waits('installing_deps')],
      {
        stages: [],
        restarts: [{ stage: 'installing_deps', at: '2026-01-01T00:00:06.000Z' }],
        mustCancel: false,
        mustExport: false,
      },
    ],
    [
      'only what works in the background once the run is complete',
      [requested, started('starting_server'), waits('generating_images'), completed],
      {
        stages: [],
        restarts: [{ stage: 'generating_images', at: '2026-01-01T00:00:06.000Z' }],
        mustCancel: false,
        mustExport: false,
      },
    ],
    [
      'only the cancel once it is asked for',
      [requested, started('analyzing'), waits('installing_deps'), { type: 'CancelRequested', data: {} }],
      { stages: [], restarts: [], mustCancel: true, mustExport: false },
    ],
    [
      'the export of a complete app that is to be shared',
      [requested, completed, { type: 'ShareRequested', data: {} }],
      { stages: [], restarts: [], mustCancel: false, mustExport: true },
    ],
    [
      'nothing once the run is cancelled',
      [requested, started('analyzing'), { type: 'CancelRequested', data: {} }, { type: 'RunCancelled', data: {} }],
      { stages: [], restarts: [], mustCancel: false, mustExport: false },
    ],
  ])('%s', (_, facts, expected) => {
    expect(work(...facts)).toEqual(expected);
  });
});
