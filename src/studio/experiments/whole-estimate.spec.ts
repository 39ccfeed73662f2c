import { describe, expect, it } from '@jest/globals';
import type { RunEstimate } from '../../contract/run.js';
import { wholeEstimate } from './whole-estimate.js';

const estimate = (cost_usd: RunEstimate['cost_usd']): RunEstimate => ({
  model: 'gpt',
  calls: { low: 3, high: 5 },
  input_tokens: { low: 1, high: 2 },
  output_tokens: { low: 1, high: 2 },
  cost_usd,
  duration_ms: { low: 10_000, high: 20_000 },
  basis: 'known',
});

describe('what an experiment will take', () => {
  it('is nothing but time where rules write', () => {
    expect(wholeEstimate([null, null], 3)).toBe(
      '6 runs, one after the other, a few seconds each. No model is used, so nothing is paid for.',
    );
  });

  it('is that of all runs of all arms', () => {
    const cost = { low: 0.01, high: 0.02 };
    expect(wholeEstimate([estimate(cost), estimate(cost)], 2)).toBe(
      '4 runs, one after the other: 40 s to 1 min 20 s, about $0.04 to $0.08.',
    );
  });

  it('says where a price is not known', () => {
    expect(wholeEstimate([estimate(null), null], 1)).toContain('at an unknown price');
  });
});
