import { describe, expect, it } from '@jest/globals';
import { type Fact, record } from '../../test/support/given.js';
import { measureRun } from './run-measures.js';

const CALL = { stage: 'generating_screens', model: 'gpt', prompt_sha256: 'a', cost_usd: 0.25 } as const;
const answered = (call: string): Fact => ({
  type: 'ModelAnswered',
  data: { ...CALL, call, usage: { input_tokens: 1, output_tokens: 1 }, answer_sha256: 'b' },
});
const requested: Fact = { type: 'RunRequested', data: { prompt: 'a plant watering app' } };

describe('what a run took', () => {
  it('is folded from its events, of which there is one a second', () => {
    const measures = measureRun(
      record([
        requested,
        { type: 'ModelCallFailed', data: { ...CALL, call: 'plan', code: 'busy', reason: 'Busy.' } },
        answered('plan'),
        { type: 'PreviewPublished', data: { urls: { web: 'http://demo.localhost' } } },
        { type: 'PreviewTroubled', data: { source: 'page', message: 'It broke.' } },
        answered('repair:app/index.tsx'),
        { type: 'RunCompleted', data: { app_name: 'Plants', cost_usd: 0.75 } },
      ]),
    );
    expect(measures).toEqual({
      time_to_preview_ms: 3000,
      time_to_complete_ms: 6000,
      cost_usd: 0.75,
      errors: 2,
      repairs: 1,
    });
  });

  it('is not known where the run did not come so far', () => {
    const failed = { stage: 'analyzing', code: 'boom', reason: 'It broke.', retryable: false } as const;
    expect(measureRun(record([requested, { type: 'StageFailed', data: failed }]))).toMatchObject({
      time_to_preview_ms: null,
      time_to_complete_ms: null,
      errors: 1,
    });
  });
});
