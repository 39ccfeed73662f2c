import { describe, expect, it } from '@jest/globals';
import { cpuMsOf } from '../../../../test/support/cpu-time.js';
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
    'existing code ',
    'existing ',
    'existing file',
    '...',
    '... the ',
    '. . .',
    '...   ',
    '…the\t',
    'rest of code ',
  ])('is known in a moment by half a million characters of %j', (part) => {
    const long = part.repeat(500_000 / part.length);
    expect(cpuMsOf(() => isPlaceholder(long))).toBeLessThan(200);
    expect(cpuMsOf(() => isPlaceholder(`...${long}`))).toBeLessThan(200);
  });
});
