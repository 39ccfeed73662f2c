import { describe, expect, it } from '@jest/globals';
import { type ArmOf, MEASURES, type Measure, places, type Summary, summaryWords, verdict } from './measures.js';

const [PREVIEW] = MEASURES as [Measure];
const summary = (mean: number | null, low?: number, high?: number): Summary => {
  const interval = low === undefined || high === undefined ? null : { low, high };
  return { n: mean === null ? 0 : 3, mean, median: mean, interval };
};
const arm = (name: string, time: Summary): Pick<ArmOf, 'arm' | 'measures'> => {
  const none = summary(null);
  const measures = { time_to_complete_ms: none, cost_usd: none, errors: none, repairs: none, edits_kept: none };
  return { arm: name, measures: { time_to_preview_ms: time, ...measures } };
};
const said = (...times: readonly Summary[]) =>
  verdict(
    PREVIEW,
    times.map((time, index) => arm('abc'.charAt(index), time)),
  );

describe('a measure in words', () => {
  it.each([
    [summary(3200, 2800, 3600), '3.2 s, between 2.8 s and 3.6 s (3 runs)'],
    [summary(3200, -200, 6600), '3.2 s, between 0 s and 6.6 s (3 runs)'],
    [{ ...summary(3200), n: 1 }, '3.2 s (1 run)'],
    [summary(3200, 3200, 3200), '3.2 s (3 runs)'],
    [summary(null), 'not measured'],
  ])('%j is %j', (of, words) => {
    expect(summaryWords(of, PREVIEW.words)).toBe(words);
  });
});

describe('the verdict', () => {
  it('is for an arm whose interval ends before those of all others begin', () => {
    expect(said(summary(900, 800, 1000), summary(300, 200, 400))).toContain('Arm B');
  });

  it('is none while intervals overlap, or are not there', () => {
    expect(said(summary(900, 800, 1000), summary(700, 500, 900))).toContain('Too close');
    expect(said(summary(300, 200, 400), summary(900, 800, 1000), summary(500, 350, 650))).toContain('Too close');
    expect(said(summary(900), summary(300))).toContain('Too few');
    expect(said(summary(null), summary(300))).toContain('Not measured');
    expect(said(summary(0, 0, 0), summary(0, 0, 0))).toContain('same');
  });
});

describe('intervals as they are drawn', () => {
  it('share a scale from 0 to the highest end', () => {
    expect(places([summary(500, 250, 750), summary(800, 600, 1000), summary(null)])).toEqual([
      { at: 0.5, from: 0.25, to: 0.75 },
      { at: 0.8, from: 0.6, to: 1 },
      undefined,
    ]);
  });

  it('are a point without an interval, and stay inside', () => {
    expect(places([summary(500), summary(1000, -1000, 2000)])).toEqual([
      { at: 0.25, from: 0.25, to: 0.25 },
      { at: 0.5, from: 0, to: 1 },
    ]);
    expect(places([summary(0)])).toEqual([{ at: 0, from: 0, to: 0 }]);
  });
});
