import { describe, expect, it } from '@jest/globals';
import { patienceWith } from './patience-with.js';

const unset = { idleMs: undefined, totalMs: undefined };

describe('the patience with a server', () => {
  it('is longer for one on this machine, which reads the prompt without a word', () => {
    expect(patienceWith('http://localhost:11434/v1', unset)).toEqual({
      idleMs: 90_000,
      firstByteMs: 600_000,
      totalMs: 900_000,
    });
    expect(patienceWith('https://api.openai.com/v1', unset)).toEqual({
      idleMs: 90_000,
      firstByteMs: 90_000,
      totalMs: 300_000,
    });
  });

  it('is what was set, wherever the server is', () => {
    const set = { idleMs: 5_000, totalMs: 7_000 };
    expect(patienceWith('http://127.0.0.1:8080/v1', set)).toEqual({
      idleMs: 5_000,
      firstByteMs: 5_000,
      totalMs: 7_000,
    });
  });
});
