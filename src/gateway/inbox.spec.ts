import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inbox } from './inbox.js';

describe('an inbox', () => {
  it('handles one item at a time in the order they came', async () => {
    const log: string[] = [];
    const inbox = new Inbox<number>(async (item) => {
      log.push(`begin ${item}`);
      await nextTurn();
      log.push(`end ${item}`);
    }, 10);
    for (const item of [1, 2, 3]) expect(inbox.push(item)).toBe(true);
    while (log.length < 6) await nextTurn();
    expect(log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
  });

  it('takes no more than its limit beside the one that is handled', () => {
    const inbox = new Inbox<number>(() => new Promise(() => undefined), 2);
    expect([1, 2, 3, 4].map((item) => inbox.push(item))).toEqual([true, true, true, false]);
  });
});
