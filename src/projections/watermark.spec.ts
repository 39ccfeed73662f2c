import { describe, expect, it } from '@jest/globals';
import { Watermark } from './watermark.js';

const LONG_MS = 30_000;

describe('a watermark', () => {
  it('answers at once where it has been already', async () => {
    const mark = new Watermark();
    mark.moveTo(5);
    await expect(mark.wait(5, 0)).resolves.toBe(true);
  });

  it('serves each waiter when its position is reached', async () => {
    const mark = new Watermark();
    const three = mark.wait(3, LONG_MS);
    const four = mark.wait(4, LONG_MS);
    mark.moveTo(3);
    await expect(three).resolves.toBe(true);
    mark.moveTo(9);
    await expect(four).resolves.toBe(true);
  });

  it('gives up after the time the waiter has', async () => {
    await expect(new Watermark().wait(1, 1)).resolves.toBe(false);
  });

  it('lets everyone go when it is released, later ones too', async () => {
    const mark = new Watermark();
    const waiting = mark.wait(1, LONG_MS);
    mark.release();
    await expect(waiting).resolves.toBe(false);
    await expect(mark.wait(1, LONG_MS)).resolves.toBe(false);
  });
});
