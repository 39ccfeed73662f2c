import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

const never = new AbortController().signal;

describe('the turns of a key', () => {
  it('are so many at a time, in order', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const done = gates.map(({ promise }, index) =>
      turns.take(never, async () => {
        begun.push(index);
        await promise;
        return index;
      }),
    );
    await Promise.resolve().then(() => undefined);
    expect(begun).toEqual([0, 1]);
    gates[1]?.resolve();
    expect(await done[1]).toBe(1);
    gates[2]?.resolve();
    expect(await done[2]).toBe(2);
    expect(begun).toEqual([0, 1, 2]);
    gates[0]?.resolve();
    expect(await done[0]).toBe(0);
  });

  it('are left by who stops waiting: the work never begins, and the next one does', async () => {
    const turns = new Turns(1);
    const gate = Promise.withResolvers<void>();
    const first = turns.take(never, () => gate.promise);
    const stop = new AbortController();
    let hasBegun = false;
    const waiting = turns.take(stop.signal, () => {
      hasBegun = true;
      return Promise.resolve();
    });
    const next = turns.take(never, () => Promise.resolve('next'));
    stop.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
    gate.resolve();
    await first;
    expect(await next).toBe('next');
    expect(hasBegun).toBe(false);
  });

  it('are refused to who had stopped before', async () => {
    const aborted = AbortSignal.abort(new Error('over'));
    await expect(new Turns(1).take(aborted, () => Promise.resolve())).rejects.toThrow('over');
  });
});
