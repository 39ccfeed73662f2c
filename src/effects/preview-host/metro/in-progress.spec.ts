import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { mock } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';

interface InProgress {
  begin(project: string): void;
  end(project: string): void;
  settled(project: string): Promise<void>;
}
const inProgress = createRequire(import.meta.url)('./in-progress.cjs') as (tell: () => void) => InProgress;

describe('waiting for what a project has in progress', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  /** Lets so much time pass, and what waited for it go on. */
  async function pass(ms: number): Promise<void> {
    for (let step = 0; step < 3; step += 1) {
      mock.timers.tick(step === 0 ? ms : 0);
      await turn();
    }
  }

  /** Begins to wait; tells whether the wait is over. */
  async function waiting(progress: InProgress): Promise<() => boolean> {
    let isOver = false;
    void progress.settled('a').then(() => (isOver = true));
    await pass(1);
    return () => isOver;
  }

  it('ends at once where there is nothing, or only something of another project', async () => {
    const progress = inProgress(() => undefined);
    progress.begin('b');
    expect((await waiting(progress))()).toBe(true);
  });

  it.each([
    ['as long as a slow build does', (progress: InProgress) => progress.end('a'), 0],
    ['ten seconds where a build hangs', () => undefined, 1_000],
  ])('lasts %s', async (_, then, afterMs) => {
    const progress = inProgress(() => undefined);
    progress.begin('a');
    const isOver = await waiting(progress);
    await pass(9_000);
    expect(isOver()).toBe(false);
    then(progress);
    await pass(afterMs);
    expect(isOver()).toBe(true);
  });
});
