import { beforeEach, describe, expect, it } from '@jest/globals';

import { LivePreviews } from './live-previews.js';

describe('live previews', () => {
  let now: number;
  let live: LivePreviews;

  beforeEach(() => {
    now = 0;
    live = new LivePreviews({ maxLive: 2, maxPages: 2, maxPast: 2, idleMs: 100 }, () => now);
  });

  it('are suspended once nobody has asked for them for a while', () => {
    live.use('a');
    now = 60;
    live.use('b');
    now = 100;
    expect(live.takeIdle()).toEqual(['a']);
    expect(live.takeIdle()).toEqual([]);
    now = 200;
    expect(live.takeIdle()).toEqual(['b']);
    expect(live.size).toBe(0);
  });

  it('stay as long as a page is open, and a while after it was closed', () => {
    live.openPage('a');
    now = 1000;
    expect(live.takeIdle()).toEqual([]);
    live.closePage('a');
    now = 1099;
    expect(live.takeIdle()).toEqual([]);
    now = 1100;
    expect(live.takeIdle()).toEqual(['a']);
  });

  it('give room to a new one, the longest unused first', () => {
    live.use('a');
    now = 1;
    live.use('b');
    now = 2;
    expect(live.use('c')).toBe(true);
    expect(live.takeIdle()).toEqual(['a']);
  });

  it('refuse a new one while as many as there may be are looked at', () => {
    live.openPage('a');
    live.openPage('b');
    expect(live.use('c')).toBe(false);
    expect(live.use('a')).toBe(true);
    live.closePage('b');
    expect(live.use('c')).toBe(true);
  });

  it('refuse more pages of one project than there may be', () => {
    expect([live.openPage('a'), live.openPage('a'), live.openPage('a')]).toEqual([true, true, false]);
    live.closePage('a');
    expect(live.openPage('a')).toBe(true);
  });

  describe('of the past', () => {
    const past = (seq: number) => `demo--at-${seq}`;

    beforeEach(() => {
      live = new LivePreviews({ maxLive: 100, maxPages: 2, maxPast: 2, idleMs: 100_000 }, () => now);
    });

    /** As a slider that is pulled over them. */
    function lookAt(seqs: readonly number[]): void {
      for (const seq of seqs) {
        now += 1;
        live.use(past(seq));
      }
    }

    it('stay few: the longest unused of a project goes first, and nobody else’s', () => {
      live.use('demo');
      live.use('other--at-1');
      lookAt([1, 2, 3, 1, 4]);
      expect(live.takeIdle()).toEqual([past(2), past(3)]);
      expect(['demo', 'other--at-1', past(1), past(4)].every((label) => live.isLive(label))).toBe(true);
    });

    it('stay while a page shows them', () => {
      for (const seq of [1, 2, 3]) live.openPage(past(seq));
      expect(live.takeIdle()).toEqual([]);
      lookAt([4, 5, 6]);
      expect(live.takeIdle()).toEqual([past(4)]);
    });

    it('say at once that there are too many of them', () => {
      const taken: (readonly string[])[] = [];
      live.onCrowded(() => taken.push(live.takeIdle()));
      lookAt([1, 2, 1, 2]);
      expect(taken).toEqual([]);
      lookAt([3, 4]);
      expect(taken).toEqual([[past(1)], [past(2)]]);
    });
  });
});
