import { describe, expect, it } from '@jest/globals';
import { ChunkTeller } from './chunk-teller.js';

describe('a file that is being written', () => {
  it('is told in order and whole, in parts that a notification can carry', () => {
    const told: Record<string, unknown>[] = [];
    const teller = new ChunkTeller({ tell: (notice) => told.push(notice) }, 'app/index.tsx');
    const text = '"\u2028é\n'.repeat(600);
    teller.add(text.slice(0, 7));
    teller.add(text.slice(7));
    teller.end();
    expect(told.map((notice) => notice['text']).join('')).toBe(text);
    expect(told.every(({ code, path }) => code === 'chunk' && path === 'app/index.tsx')).toBe(true);
    expect(Math.max(...told.map((notice) => Buffer.byteLength(JSON.stringify(notice))))).toBeLessThan(8_000);
  });

  it('is told of no more once it has ended', () => {
    const told: unknown[] = [];
    new ChunkTeller({ tell: (notice) => told.push(notice) }, 'app/index.tsx').end();
    expect(told).toEqual([]);
  });
});
