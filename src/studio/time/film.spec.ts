import { describe, expect, it } from '@jest/globals';
import { indexOfSeq, shownMs } from './film.js';
import type { Frame } from './history.js';

const frame = (seq: number): Frame => ({
  ...{ seq, at: '2026-11-28T12:00:00.000Z', chapter: 0, who: [], paths: [], trouble: undefined },
  news: { kind: 'finished', appName: 'Fit' },
});
const frames = [5, 9, 12].map(frame);

describe('the frame that an address means', () => {
  it('is the newest at or before its seq', () => {
    expect([5, 8, 9, 100].map((seq) => indexOfSeq(frames, seq))).toEqual([0, 0, 1, 2]);
  });

  it('is the last without one, and the first where it is before all', () => {
    expect(indexOfSeq(frames, undefined)).toBe(2);
    expect(indexOfSeq(frames, 1)).toBe(0);
    expect(indexOfSeq([], 1)).toBe(-1);
    expect(indexOfSeq([], undefined)).toBe(-1);
  });
});

it('is shown half as long at twice the speed', () => {
  const [first] = frames;
  expect(first && shownMs(first, 2)).toBe(first && shownMs(first, 1) / 2);
});
