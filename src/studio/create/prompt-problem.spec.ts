import { describe, expect, it } from '@jest/globals';
import { startRequest } from '../../contract/requests.js';
import { promptProblem } from './prompt-problem.js';

describe('what is wrong with a prompt', () => {
  it.each([
    ['', 'Describe the app'],
    ['   ', 'Describe the app'],
    ['an app', 'at least 10'],
    ['x'.repeat(5001), 'Too long by 1 '],
  ])('says it of %j', (prompt, words) => {
    expect(promptProblem(prompt)).toContain(words);
  });

  it.each(['', 'an app', 'a list of plants', '  a list of plants  ', 'x'.repeat(5000), 'x'.repeat(5001)])(
    'agrees with the service about %j',
    (prompt) => {
      expect(promptProblem(prompt) === undefined).toBe(startRequest.shape.prompt.safeParse(prompt).success);
    },
  );
});
