import { describe, expect, it } from '@jest/globals';

import { PastTurns } from './past-turns.js';

/** A client, and the work that its answer takes. */
function asked(turns: PastTurns, label: string, began: string[]) {
  const response = { destroyed: false };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const answered = turns.inTurn(label, response, () => {
    began.push(label);
    return promise;
  });
  return { response, answered, finish: resolve, fail: reject };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the turns of past versions', () => {
  it('are two at a time of one project, and those whose client has gone are left out', async () => {
    const [turns, began] = [new PastTurns(), [] as string[]];
    const all = Array.from({ length: 50 }, (_, seq) => asked(turns, `demo--at-${seq + 1}`, began));
    await settled();
    expect(began).toEqual(['demo--at-1', 'demo--at-2']);
    for (const { response } of all.slice(0, -1)) response.destroyed = true;
    for (const { finish } of all) finish();
    await Promise.all(all.map(({ answered }) => answered));
    expect(began).toEqual(['demo--at-1', 'demo--at-2', 'demo--at-50']);
  });

  it('keep no other project waiting', async () => {
    const [turns, began] = [new PastTurns(), [] as string[]];
    const all = ['a--at-1', 'a--at-2', 'a--at-3', 'b--at-1'].map((label) => asked(turns, label, began));
    await settled();
    expect(began).toEqual(['a--at-1', 'a--at-2', 'b--at-1']);
    for (const { finish } of all) finish();
    await Promise.all(all.map(({ answered }) => answered));
  });

  it('go on after work that failed, which the one who asked hears of', async () => {
    const [turns, began] = [new PastTurns(), [] as string[]];
    const all = [1, 2, 3].map((seq) => asked(turns, `a--at-${seq}`, began));
    await settled();
    all[0]?.fail(new Error('no such folder'));
    await expect(all[0]?.answered).rejects.toThrow('no such folder');
    await settled();
    expect(began).toHaveLength(3);
    for (const { finish } of all) finish();
    await Promise.all(all.slice(1).map(({ answered }) => answered));
  });

  it('are not held by clients that do not read', async () => {
    const [turns, began] = [new PastTurns(1), [] as string[]];
    const all = [1, 2, 3].map((seq) => asked(turns, `a--at-${seq}`, began));
    while (began.length < 3) await settled();
    for (const { finish } of all) finish();
    await Promise.all(all.map(({ answered }) => answered));
  });
});
