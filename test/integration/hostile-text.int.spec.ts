import { expect, it } from '@jest/globals';
import { readBentAnswers } from '../chaos/bent-answers.js';
import { readHostileTexts } from '../chaos/hostile-text.js';
import { Random } from '../chaos/random.js';

it('no text of a person or a model keeps the service busy, or ends in anything but an answer', () => {
  // More of them, and other seeds: npm run fuzz.
  const slowest = readHostileTexts(new Random(27), 50_000);
  expect([slowest, slowest.cpuMs < 200]).toEqual([slowest, true]);
}, 120_000);

it('of bent answers only what is whole and was meant is taken, whatever pieces they come in, in the time of straight ones', () => {
  // More of them, and other seeds: npm run fuzz.
  const { fault, isQuick, ...times } = readBentAnswers(new Random(13), 1_500);
  expect(fault).toBeUndefined();
  expect([times, isQuick]).toEqual([times, true]);
}, 120_000);
