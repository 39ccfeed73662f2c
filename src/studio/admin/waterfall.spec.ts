import { describe, expect, it } from '@jest/globals';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';
import { waterfallOf } from './waterfall.js';

const at = (s: number): string => new Date(s * 1000).toISOString();
const stage = (name: 'analyzing' | 'generating_screens', from: number, to: number | null) => ({
  stage: name,
  attempt: 1,
  began_at: at(from),
  ended_at: to === null ? null : at(to),
  outcome: to === null ? ('running' as const) : ('succeeded' as const),
  reason: null,
});
const call = (seq: number, end: number, duration_ms: number | null, isFailed = false) =>
  ({
    seq,
    at: at(end),
    call: 'plan',
    duration_ms,
    error: isFailed ? { code: 'busy', reason: 'Busy.' } : null,
  }) as const;

function body(parts: { status?: string; stages?: readonly object[]; calls?: readonly object[]; last?: number }) {
  const { status = 'complete', stages = [], calls = [], last = 10 } = parts;
  return { run: { started_at: at(0), status }, stages, calls, events: [{ at: at(last) }] } as unknown as WaterfallBody;
}

describe('the waterfall of a run', () => {
  it('has stages and calls on one scale, by their beginning', () => {
    const { bars, ms } = waterfallOf(
      body({ stages: [stage('generating_screens', 2, 10), stage('analyzing', 0, 1)], calls: [call(7, 8, 5000)] }),
      0,
    );
    expect(ms).toBe(10_000);
    expect(bars.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['analyzing 1', 0, 0.1],
      ['generating_screens 1', 0.2, 1],
      ['call 7', 0.3, 0.8],
    ]);
  });

  it('draws what is under way up to now, and what a run that has ended left open up to its last event', () => {
    const open = { stages: [stage('analyzing', 1, null)], last: 4 };
    expect(waterfallOf(body({ ...open, status: 'active' }), 9000)).toMatchObject({ ms: 9000, bars: [{ ms: 8000 }] });
    expect(waterfallOf(body(open), 9000)).toMatchObject({ ms: 4000, bars: [{ ms: 3000, state: 'running' }] });
  });

  it('draws a call of unknown duration as a moment, and says which failed', () => {
    const { bars } = waterfallOf(body({ stages: [stage('analyzing', 0, 10)], calls: [call(3, 5, null, true)] }), 0);
    expect(bars[1]).toMatchObject({ kind: 'call', from: 0.5, to: 0.5, ms: null, state: 'failed' });
  });

  it('is empty where nothing has begun', () => {
    expect(waterfallOf(body({ last: 0 }), 0)).toEqual({ bars: [], ms: 1 });
  });
});
