import { describe, expect, it } from '@jest/globals';
import type { Run } from '../state/run.js';
import { barOf } from './stage-bars.js';

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 28, 10, 0, seconds)).toISOString();
const run = { requestedAt: at(0), endedAt: at(10) } as Run;

describe('the bar of a stage', () => {
  it('is where the stage ran within its run', () => {
    expect(barOf({ state: 'done', from: at(2), to: at(7) }, run)).toEqual({ from: 0.2, width: expect.closeTo(0.5) });
  });

  it('is never too short to be seen, and never beyond the end', () => {
    const bar = barOf({ state: 'done', from: at(10), to: at(10) }, run);
    expect(bar?.width).toBeGreaterThan(0);
    expect((bar?.from ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(1);
    expect(barOf({ state: 'done', from: at(8), to: at(14) }, run)).toEqual({ from: 0.8, width: expect.closeTo(0.2) });
  });

  it('is not there before the end, nor for what a run before has done', () => {
    expect(barOf({ state: 'running', from: at(2) }, run)).toBeNull();
    expect(barOf({ state: 'done', from: at(2), to: at(3) }, { ...run, endedAt: null })).toBeNull();
    expect(barOf({ state: 'done' }, run)).toBeNull();
    expect(barOf(undefined, run)).toBeNull();
    expect(barOf({ state: 'done', from: at(0), to: at(1) }, { ...run, requestedAt: at(5) })).toBeNull();
  });
});
