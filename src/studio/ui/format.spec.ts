import { describe, expect, it } from '@jest/globals';
import { ago, authorName, count, duration, money, size } from './format.js';

describe('what people read', () => {
  it.each([
    [-5, '0 s'],
    [42.4, '42 ms'],
    [3_210, '3.2 s'],
    [41_400, '41 s'],
    [125_000, '2 min 05 s'],
  ])('of %d ms', (ms, words) => expect(duration(ms)).toBe(words));

  it.each([
    [812, '812 B'],
    [3_400, '3.4 kB'],
    [1_200_000, '1.2 MB'],
  ])('of %i bytes', (bytes, words) => expect(size(bytes)).toBe(words));

  it.each([
    [0, '$0.00'],
    [0.0042, '$0.0042'],
    [1.2, '$1.20'],
  ])('of %f dollars', (usd, words) => expect(money(usd)).toBe(words));

  it.each([
    [20, 'just now'],
    [300, '5 min. ago'],
    [7_200, '2 hr. ago'],
    [86_400, 'yesterday'],
  ])('of something %i s ago', (seconds, words) => {
    const now = Date.UTC(2026, 10, 28);
    expect(ago(new Date(now - seconds * 1000).toISOString(), now)).toBe(words);
  });

  it('of who wrote something, and how many there are', () => {
    expect(['user:ada', 'blueprint', 'anonymous', 'gpt-5.4-mini'].map(authorName)).toEqual([
      'ada',
      'rules',
      'somebody',
      'gpt-5.4-mini',
    ]);
    expect([count(1, 'call'), count(1_200, 'call'), count(2, 'person', 'people')]).toEqual([
      '1 call',
      '1,200 calls',
      '2 people',
    ]);
  });
});
