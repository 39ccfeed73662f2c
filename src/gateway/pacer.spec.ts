import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Pacer } from './pacer.js';

function spin(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('the pacer', () => {
  it('flushes at once after a rest', () => {
    let flushes = 0;
    const pacer = new Pacer(() => Promise.resolve(void (flushes += 1)));
    pacer.nudge();
    expect(flushes).toBe(1);
  });

  it('collects the nudges of a burst into fewer flushes, and never forgets the last', async () => {
    let flushed = 0;
    let flushes = 0;
    let there = 0;
    const pacer = new Pacer(() => {
      spin(2);
      flushed = there;
      flushes += 1;
      return Promise.resolve();
    });
    for (there = 1; there < 200; there++) {
      pacer.nudge();
      await Promise.resolve();
    }
    pacer.nudge();
    while (flushed < there) await sleep(5);
    expect(flushes).toBeLessThan(10);
  });

  it('runs one flush at a time and another for what came meanwhile', async () => {
    let running = 0;
    let flushes = 0;
    const pacer = new Pacer(async () => {
      running += 1;
      expect(running).toBe(1);
      await sleep(1);
      running -= 1;
      flushes += 1;
    });
    pacer.nudge();
    pacer.nudge();
    pacer.nudge();
    while (flushes < 2) await sleep(1);
    await sleep(40);
    expect(flushes).toBe(2);
  });

  it('does nothing more once stopped', async () => {
    let flushes = 0;
    const pacer = new Pacer(() => {
      spin(2);
      flushes += 1;
      return Promise.resolve();
    });
    pacer.nudge();
    await Promise.resolve();
    pacer.nudge();
    pacer.stop();
    await sleep(30);
    pacer.nudge();
    expect(flushes).toBe(1);
  });
});
