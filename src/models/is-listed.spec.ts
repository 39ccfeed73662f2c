import { describe, expect, it } from '@jest/globals';
import { isListed } from './is-listed.js';

describe('a model among those that a server lists', () => {
  it.each([
    ['gpt-5.4', ['gpt-5.4', 'gpt-5.4-mini'], true],
    ['llama3.2', ['llama3.2:latest'], true],
    ['openai/gpt-oss-20b:free', ['openai/gpt-oss-20b'], true],
    ['gpt-5', ['gpt-5.4', 'gpt-5.4-mini'], false],
    ['llama3.2:70b', ['llama3.2:latest'], false],
    ['gpt', [], false],
  ])('%s among %j: %s', (name, listed, expected) => {
    expect(isListed(name, listed)).toBe(expected);
  });
});
