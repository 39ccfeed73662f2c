import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../event-store/database.js';
import { PastPreviews } from './past-previews.js';

const LABEL = 'demo--at-7';
const database = { pool: { query: () => Promise.resolve({ rows: [] }) } } as unknown as Database;

let did: string[];
let leaving: PromiseWithResolvers<void>;
let coming: PromiseWithResolvers<void>;
let past: PastPreviews;

beforeEach(() => {
  did = [];
  leaving = Promise.withResolvers();
  coming = Promise.withResolvers();
  past = new PastPreviews(
    {
      show: async (projectId, seq) => {
        did.push(`show ${projectId} ${seq}`);
        await coming.promise;
        return true;
      },
      leave: async (projectId, seq) => {
        did.push(`leave ${projectId} ${seq}`);
        await leaving.promise;
        did.push('left');
      },
    },
    database,
  );
});

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a past version', () => {
  it('is rebuilt once for all who ask for it', async () => {
    const both = [past.show(LABEL, false), past.show(LABEL, false)];
    coming.resolve();
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(did).toEqual(['show demo 7']);
    expect(await past.show(LABEL, true)).toBe(true);
    expect(did).toEqual(['show demo 7']);
  });

  it('is rebuilt after it has gone, where somebody asks while it goes', async () => {
    const gone = past.putAway(LABEL);
    await settled();
    const back = past.show(LABEL, true);
    coming.resolve();
    await settled();
    expect(did).toEqual(['leave demo 7']);
    leaving.resolve();
    await gone;
    expect(await back).toBe(true);
    expect(did).toEqual(['leave demo 7', 'left', 'show demo 7']);
  });

  it('is rebuilt also where it could not be put away', async () => {
    const gone = past.putAway(LABEL);
    const back = past.show(LABEL, true);
    leaving.reject(new Error('the disk is full'));
    coming.resolve();
    await expect(gone).rejects.toThrow('the disk is full');
    expect(await back).toBe(true);
  });

  it('is not put away while it comes', async () => {
    const shown = past.show(LABEL, false);
    await past.putAway(LABEL);
    coming.resolve();
    await shown;
    expect(did).toEqual(['show demo 7']);
  });
});
