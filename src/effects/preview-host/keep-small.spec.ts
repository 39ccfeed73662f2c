import { afterEach, describe, expect, it } from '@jest/globals';

import { KeepSmall } from './keep-small.js';
import { LivePreviews } from './live-previews.js';
import type { ControlClient } from './process/control-client.js';
import type { PreviewProcess } from './process/preview-process.js';

const NEVER_MS = 24 * 3_600_000;

describe('the idle previews', () => {
  const live = new LivePreviews({ maxLive: 10, maxPages: 10, maxPast: 2, idleMs: 0 });
  const ended: unknown[] = [];
  const told: string[] = [];
  const answers: Record<string, (fields?: { project: string }) => unknown> = {
    end: (fields) => {
      ended.push(fields?.project);
      live.use('returner');
      return { ended: 1 };
    },
    stats: () => ({ rss: 1 }),
    collect: () => ({ collected: true }),
  };
  const control = {
    request: (operation: string, fields?: { project: string }) => Promise.resolve(answers[operation]?.(fields)),
  } as unknown as ControlClient;
  const keepSmall = new KeepSmall(
    { current: { control } } as unknown as PreviewProcess,
    live,
    undefined,
    NEVER_MS,
    (label) => told.push(label),
  );

  afterEach(() => keepSmall.stop());

  it('are suspended, but for one that a viewer came back to meanwhile', async () => {
    live.use('leaver');
    live.use('returner');
    await keepSmall.sweep();
    expect(ended).toEqual(['leaver']);
    expect(told).toEqual(['leaver']);
    expect(live.isLive('returner')).toBe(true);
  });

  it('are suspended at once where somebody asks for it, unless a page shows them', async () => {
    live.use('unwatched');
    live.openPage('watched');
    expect(await Promise.all(['unwatched', 'watched', 'absent'].map((label) => keepSmall.suspend(label)))).toEqual([
      true,
      false,
      false,
    ]);
    expect(told.at(-1)).toBe('unwatched');
    expect([live.isLive('unwatched'), live.isLive('watched')]).toEqual([false, true]);
  });
});
