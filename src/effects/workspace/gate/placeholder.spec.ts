import { describe, expect, it } from '@jest/globals';
import { isPlaceholder } from './placeholder.js';

describe('a comment that stands in place of code', () => {
  it.each([
    '... rest of the code remains the same',
    ' existing code unchanged ',
    '…the rest',
    '* … same as before',
    ' rest of the file stays as it is',
    'Title\n * existing imports …',
  ])('is %j', (comment) => {
    expect(isPlaceholder(comment)).toBe(true);
  });

  it.each([
    'the rest of the screen is below',
    'Shows existing workouts.',
    'existing\ncode\nunchanged',
    'the code of what is existing is unchanged',
    'nonexisting code unchanged',
  ])('is not %j', (comment) => {
    expect(isPlaceholder(comment)).toBe(false);
  });

  it.each([
    ['existing code ', true],
    ['existing ', true],
    ['existing file', true],
    ['rest of code ', true],
    ['...', false],
    ['... the ', false],
    ['. . .', false],
    ['...   ', false],
    ['…the\t', false],
  ])('needs dots and words, also in half a million characters of %j', (part, isOneWithDots) => {
    const long = part.repeat(500_000 / part.length);
    expect(isPlaceholder(long)).toBe(false);
    expect(isPlaceholder(`...${long}`)).toBe(isOneWithDots);
  });
});
