import { describe, expect, it } from '@jest/globals';
import { findUnstorableText } from './storable-text.js';

const HIGH = '\ud83d';
const LOW = '\ude00';

describe('a text that cannot be stored', () => {
  it.each<[unknown, string, string]>([
    [{ user_id: 'a\0' }, 'user_id', 'U+0000'],
    [{ options: { name: '\0' } }, 'options.name', 'U+0000'],
    [{ list: ['ok', { deep: `cut${HIGH}` }] }, 'list.1.deep', 'surrogate'],
    [{ a: `${LOW}${HIGH}` }, 'a', 'surrogate'],
    [{ a: { [`k\0`]: 1 } }, 'a', 'key'],
    ['\0', '', 'U+0000'],
  ])('is found in %j', (value, field, words) => {
    expect(findUnstorableText(value)).toEqual({ field, message: expect.stringContaining(words) });
  });

  it.each([{ a: `${HIGH}${LOW} \u0001 \ufffd` }, { a: 1, b: null, c: [true] }, undefined, null, 3, ''])(
    'is not found in %j',
    (value) => {
      expect(findUnstorableText(value)).toBeUndefined();
    },
  );

  it('is found first in the order of the request, and however deep it is', () => {
    expect(findUnstorableText({ a: '\0', b: '\0' })?.field).toBe('a');
    let deep: unknown = '\0';
    for (let depth = 0; depth < 30_000; depth++) deep = [deep];
    expect(findUnstorableText(deep)?.message).toContain('U+0000');
  });
});
