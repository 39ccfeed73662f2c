import { describe, expect, it } from '@jest/globals';
import { ballotOrder } from './ballot-order.js';
import { shareOf, summaryOf } from './intervals.js';

describe('the summary of what was measured', () => {
  it('has the mean with its interval by Student’s t', () => {
    // The standard deviation is 49.825; t for four degrees of freedom is 2.7764.
    const { n, mean, median, interval } = summaryOf([410, 395, null, 520, 470, 445]);
    expect([n, mean, median]).toEqual([5, 448, 445]);
    expect(interval?.low).toBeCloseTo(386.13, 1);
    expect(interval?.high).toBeCloseTo(509.87, 1);
  });

  it('has no interval where a single run says nothing of the spread', () => {
    expect(summaryOf([3])).toEqual({ n: 1, mean: 3, median: 3, interval: null });
    expect(summaryOf([null, null])).toEqual({ n: 0, mean: null, median: null, interval: null });
  });

  it('has the middle of two as the median', () => {
    expect(summaryOf([4, 1, 2, 100]).median).toBe(3);
  });
});

describe('a share of votes', () => {
  it('has the exact interval, which is that of R’s binom.test(7, 10)', () => {
    const { share, interval } = shareOf(7, 10);
    expect(share).toBe(0.7);
    expect(interval?.low).toBeCloseTo(0.34755, 4);
    expect(interval?.high).toBeCloseTo(0.93326, 4);
  });

  it('reaches the end where nobody, or everybody, voted so', () => {
    // 1 - 0.025 ** (1 / 10)
    expect(shareOf(0, 10).interval).toEqual({ low: 0, high: expect.closeTo(0.3085, 4) });
    expect(shareOf(10, 10).interval).toEqual({ low: expect.closeTo(0.6915, 4), high: 1 });
    expect(shareOf(0, 0)).toEqual({ share: null, interval: null });
  });
});

describe('the order on a ballot', () => {
  const arms = ['a', 'b', 'c', 'd'];
  const orders = Array.from({ length: 400 }, (_, person) => ballotOrder('demo', `person-${person}`, arms));

  it('is the same whenever the same person asks', () => {
    expect(ballotOrder('demo', 'ann', arms)).toEqual(ballotOrder('demo', 'ann', arms.toReversed()));
    expect(ballotOrder('demo', 'ann', arms).toSorted()).toEqual(arms);
  });

  it('puts each arm first about as often', () => {
    for (const arm of arms) {
      const count = orders.filter(([first]) => first === arm).length;
      expect(count).toBeGreaterThan(60);
      expect(count).toBeLessThan(140);
    }
  });
});
