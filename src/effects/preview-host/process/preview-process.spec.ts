import { describe, expect, it } from '@jest/globals';
import { Duplex } from 'node:stream';

import { PreviewUnavailable } from '../preview-host.port.js';
import { ControlClient } from './control-client.js';
import type { ExpoProcess } from './expo-process.js';
import { PreviewProcess } from './preview-process.js';

describe('keeping the preview process up', () => {
  it('shares one start among all who wait', async () => {
    let starts = 0;
    const preview = new PreviewProcess(() => {
      starts += 1;
      return Promise.resolve(life().process);
    });
    const [first, second] = await Promise.all([preview.ready(), preview.ready()]);
    expect(first).toBe(second);
    expect(starts).toBe(1);
    await preview.stop();
  });

  it('starts it again when it dies, and lets those wait who ask meanwhile', async () => {
    const lives = [life(1), life(2)];
    let starts = 0;
    const preview = new PreviewProcess(() => {
      const next = lives[starts++];
      return next ? Promise.resolve(next.process) : Promise.reject(new Error('too many starts'));
    });
    await preview.ready();
    lives[0]?.end('signal SIGKILL');
    await lives[0]?.process.ended;
    await Promise.resolve();
    expect(preview.current).toBeUndefined();
    expect((await preview.ready()).pid).toBe(2);
    await preview.stop();
  });

  it('says at once why when trying again would not help, and tries anew when asked again', async () => {
    let starts = 0;
    const preview = new PreviewProcess(() => {
      starts += 1;
      return starts === 1 ? Promise.reject(new PreviewUnavailable('no network')) : Promise.resolve(life().process);
    });
    const reason = await preview.ready().catch(async (error: unknown) => {
      await preview.ready();
      return error;
    });
    expect(reason).toMatchObject({ code: 'preview_unavailable', message: 'no network' });
    expect(starts).toBe(2);
    await preview.stop();
  });

  it('gives up after some starts that failed, with the last reason', async () => {
    let starts = 0;
    const preview = new PreviewProcess(() => Promise.reject(new Error(`attempt ${++starts}`)));
    await expect(preview.ready()).rejects.toThrow(/attempt 4/);
    expect(starts).toBe(4);
    await preview.stop();
  });

  it('starts one anew that has stopped answering, and tells what it was building', async () => {
    const lives = [life(1, ['hangs']), life(2)];
    let starts = 0;
    const hung: string[] = [];
    const preview = new PreviewProcess(
      () => Promise.resolve((lives[starts++] ?? life(3)).process),
      (projects) => hung.push(...projects),
      { everyMs: 5, misses: 3, longestBuild: 1_000 },
    );
    await preview.ready();
    await lives[0]?.process.ended;
    await Promise.resolve();
    expect((await preview.ready()).pid).toBe(2);
    expect(hung).toEqual(['hangs']);
    await preview.stop();
  });

  it('starts one anew in which a build does not end, though it answers', async () => {
    const hung: string[] = [];
    const lives = [life(1, ['slow']), life(2)];
    let starts = 0;
    const preview = new PreviewProcess(
      () => Promise.resolve((lives[starts++] ?? life(3)).process),
      (projects) => hung.push(...projects),
      { everyMs: 5, misses: 1_000, longestBuild: 3 },
    );
    await preview.ready();
    await lives[0]?.process.ended;
    expect(hung).toEqual(['slow']);
    await preview.stop();
  });

  it('refuses once it is stopped', async () => {
    const preview = new PreviewProcess(() => Promise.resolve(life().process));
    await preview.stop();
    await expect(preview.ready()).rejects.toThrow(PreviewUnavailable);
  });
});

/** A life that ends when it is told to. */
function life(pid = 1, busy: readonly string[] = []): { process: ExpoProcess; end: (why: string) => void } {
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const stop = (): Promise<void> => {
    end('stopped');
    return Promise.resolve();
  };
  const deaf = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  const control = new ControlClient(deaf, () => undefined);
  return { process: { pid, metro: { port: 1, key: '' }, control, busy: () => busy, ended, stop }, end };
}
