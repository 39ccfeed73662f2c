import { describe, expect, it } from '@jest/globals';
import { daySeries } from './stat-series.js';

const day = (name: string, cost_usd: number, p50: number | null) => ({
  day: name,
  runs: 1,
  cost_usd,
  runs_of_unknown_cost: 0,
  first_light_ms: { count: p50 === null ? 0 : 1, p50, p95: p50 },
});

describe('the statistics by day', () => {
  it('leave out no day between the first and the last', () => {
    expect(daySeries({ days: [day('2026-02-27', 0.5, 400), day('2026-03-02', 1, null)] })).toEqual({
      days: ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'].map((name) => Date.parse(name) / 1000),
      cost: [0.5, 0, 0, 1],
      p50: [0.4, null, null, null],
      p95: [0.4, null, null, null],
    });
  });

  it('are empty without runs', () => {
    expect(daySeries({ days: [] }).days).toEqual([]);
  });
});
