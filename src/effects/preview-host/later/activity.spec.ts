import { describe, expect, it } from '@jest/globals';

import { Activity } from './activity.js';

const never = new AbortController().signal;

describe('the activity of the previews', () => {
  it('is quiet for any time once that has passed', async () => {
    const activity = new Activity();
    await expect(activity.untilQuietFor(0, never)).resolves.toBeUndefined();
    await expect(activity.untilQuietFor(5, never)).resolves.toBeUndefined();
  });

  it('is waited for no longer than it is wanted', async () => {
    const stopping = new AbortController();
    const quiet = new Activity().untilQuietFor(3_600_000, stopping.signal);
    stopping.abort();
    await expect(quiet).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends what goes on beside it with the next thing that is asked', async () => {
    const activity = new Activity();
    const work = activity.untilAsked(never);
    expect(work.aborted).toBe(false);
    activity.note();
    await new Promise((resolve) => setImmediate(resolve));
    expect(work.reason).toMatchObject({ message: 'The previews are in use.' });
  });

  it('ends it with the service as well', async () => {
    const stopping = new AbortController();
    const work = new Activity().untilAsked(stopping.signal);
    stopping.abort();
    await new Promise((resolve) => setImmediate(resolve));
    expect(work.aborted).toBe(true);
  });
});
