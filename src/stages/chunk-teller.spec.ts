import { describe, expect, it } from '@jest/globals';
import { ChunkTeller } from './chunk-teller.js';

describe('a file that is being written', () => {
  it('is told in order and whole, without what was thought of it, in parts that a notification can carry', () => {
    const told: Record<string, unknown>[] = [];
    const teller = new ChunkTeller({ tell: (notice) => told.push(notice) }, 'app/index.tsx');
    const text = '"\u2028é\n'.repeat(600);
    const answer = `<think>\n<file path="app/index.tsx">\na draft\n</file>\n</think>\n<file path="app/index.tsx">\n${text}</file>`;
    teller.add(answer.slice(0, 77));
    teller.add(answer.slice(77));
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
