import { describe, expect, it } from '@jest/globals';
import type { Frame, FrameNews } from './history.js';
import type { Sight } from './past-frame.js';
import { breakOf, isSettled, shownFor, type Sights, withSight } from './sights.js';

const frame = (seq: number, news: FrameNews = { kind: 'edited', paths: [] }, trouble?: string): Frame => ({
  ...{ seq, news, trouble, at: '2026-11-28T12:00:00.000Z', chapter: 0, who: [], paths: [] },
});
const plan = frame(1, { kind: 'plan', plan: {} } as unknown as FrameNews);
const frames = [plan, frame(2), frame(3, undefined, 'no such module'), frame(4)];
const broken: Sight = { is: 'broken', why: 'it throws' };

const after = (...sights: readonly Sight['is'][]): Sights =>
  sights.reduce<Sights>((before, is) => withSight(before, 4, is === 'broken' ? broken : { is }), {});

describe('what is known of a past version that has been opened', () => {
  it.each<[Sight['is'], readonly Sight['is'][]]>([
    ['shown', ['opening', 'here', 'shown']],
    ['shown', ['opening', 'here', 'shown', 'unreachable']],
    ['here', ['opening', 'here', 'unreachable']],
    ['unreachable', ['opening', 'unreachable']],
    ['shown', ['opening', 'unreachable', 'here', 'shown']],
    ['broken', ['opening', 'here', 'broken', 'shown', 'opening']],
    ['broken', ['opening', 'here', 'shown', 'broken']],
    ['opening', ['opening', 'here', 'shown', 'opening']],
  ])('is %s after %j', (is, sights) => {
    expect(after(...sights)[4]?.is).toBe(is);
  });

  it('settles once there is nothing more to wait for', () => {
    const of = (...sights: readonly Sight['is'][]): boolean => isSettled(frame(4), after(...sights));
    expect([of(), of('here'), of('shown'), of('broken'), of('unreachable')]).toEqual([false, false, true, true, true]);
    expect([plan, frame(3, undefined, 'no such module')].every((one) => isSettled(one, {}))).toBe(true);
  });
});

describe('the version that is shown', () => {
  it('is the last one that works, as far as the log and its own page say', () => {
    const shown = (index: number, sights: Sights = {}): number | undefined => shownFor(frames, index, sights)?.seq;
    expect([0, 1, 2, 3].map((index) => shown(index))).toEqual([undefined, 2, 2, 4]);
    expect(shown(3, after('broken'))).toBe(2);
  });

  it('says why another one is shown', () => {
    expect(frames.map((one) => breakOf(one, after('broken')))).toEqual([
      undefined,
      undefined,
      'no such module',
      'it throws',
    ]);
  });
});
