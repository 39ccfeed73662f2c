import { describe, expect, it } from '@jest/globals';
import type { GenerationEvent } from '../../generation/events.js';
import { foldFigures, type RunFigures } from './figures.js';

const CALL = { stage: 'generating_screens', call: 'plan', prompt_sha256: 'a' } as const;
const USAGE = { input_tokens: 1, output_tokens: 1 };

/** One event per second, from seq 5. */
function figuresOf(...events: readonly GenerationEvent[]): RunFigures | undefined {
  return events
    .map((event, index) => ({ ...event, run: 2, seq: 5 + index, at: new Date(index * 1000).toISOString() }))
    .reduce<RunFigures | undefined>((figures, event) => foldFigures(figures, event), undefined);
}

const REQUESTED: GenerationEvent = { type: 'RunRequested', data: { prompt: 'a plant watering app' } };
const started = (stage: 'analyzing' | 'creating_project'): GenerationEvent => ({
  type: 'StageStarted',
  data: { stage },
});

describe('the figures of a run', () => {
  it('begin with the event that asks for it', () => {
    expect(figuresOf(REQUESTED)).toEqual({
      firstSeq: 5,
      model: null,
      costByModel: {},
      begunAt: {},
      stagesMs: {},
      firstLightAt: null,
    });
  });

  it('have how long each stage took in the attempt that succeeded', () => {
    const failed = {
      stage: 'analyzing',
      code: 'boom',
      reason: 'It broke.',
      retryable: true,
      retry_in_ms: 1000,
    } as const;
    const figures = figuresOf(
      REQUESTED,
      started('analyzing'),
      started('creating_project'),
      { type: 'StageFailed', data: failed },
      started('analyzing'),
      { type: 'StageSucceeded', data: { stage: 'analyzing', output: {} } },
    );
    expect(figures?.stagesMs).toEqual({ analyzing: 1000 });
    expect(figures?.begunAt).toEqual({ creating_project: '1970-01-01T00:00:02.000Z' });
  });

  it('name the model that was asked first, and have what each cost, which is unknown with its first call of unknown price', () => {
    const figures = figuresOf(
      REQUESTED,
      { type: 'ModelCallFailed', data: { ...CALL, model: 'gpt', cost_usd: 0.25, code: 'busy', reason: 'Busy.' } },
      { type: 'ModelAnswered', data: { ...CALL, model: 'gpt', cost_usd: 0.5, usage: USAGE, answer_sha256: 'b' } },
      { type: 'ModelAnswered', data: { ...CALL, model: 'paint', cost_usd: null, usage: USAGE, answer_sha256: 'c' } },
      { type: 'ModelAnswered', data: { ...CALL, model: 'paint', cost_usd: 1, usage: USAGE, answer_sha256: 'd' } },
    );
    expect(figures).toMatchObject({ model: 'gpt', costByModel: { gpt: 0.75, paint: null } });
  });

  it('have the moment at which the preview was there first', () => {
    const published: GenerationEvent = { type: 'PreviewPublished', data: { urls: { web: 'http://demo.localhost' } } };
    expect(figuresOf(REQUESTED, published, published)?.firstLightAt).toBe('1970-01-01T00:00:01.000Z');
  });
});
