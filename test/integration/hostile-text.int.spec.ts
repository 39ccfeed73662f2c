import { expect, it } from '@jest/globals';
import { readBentAnswers } from '../chaos/bent-answers.js';
import { readHostileTexts } from '../chaos/hostile-text.js';
import { Random } from '../chaos/random.js';

// How long the slowest takes, more of them, and other seeds: npm run fuzz.

it('no text of a person or a model ends in anything but an answer', () => {
  expect(() => readHostileTexts(new Random(27), 50_000)).not.toThrow();
}, 120_000);

it('of bent answers only what is whole and was meant is taken, whatever pieces they come in', () => {
  expect(readBentAnswers(new Random(13), 1_500).fault).toBeUndefined();
}, 120_000);
