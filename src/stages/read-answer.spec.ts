import { expect, it } from '@jest/globals';
import { readAnswer } from './read-answer.js';

const endless = (): number => endless() + 1;

it('what a reader throws is a problem of the answer', () => {
  expect(readAnswer(() => ({ file: 1 }))).toEqual({ file: 1 });
  expect(readAnswer(() => ({ file: endless() }))).toEqual({
    problems: ['The answer cannot be used: Maximum call stack size exceeded'],
  });
});
