import { describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';

interface Store {
  get(key: Buffer): Promise<unknown>;
}
type SharedResults = (stores: readonly object[]) => { readonly stores: readonly Store[] };

const sharedResults = createRequire(import.meta.url)('./shared-results.cjs') as SharedResults;
const KEY = Buffer.from('key');

/** What Metro gets for what its store has. */
function shared(stored: unknown): Promise<unknown> {
  const [store] = sharedResults([{ get: () => Promise.resolve(stored) }]).stores;
  return store?.get(KEY) ?? Promise.reject(new Error('There is no store.'));
}

describe('a kept transform result', () => {
  it('is given on as it is', async () => {
    const result = { dependencies: [{ name: 'react' }], output: [{ type: 'js/module', data: { code: 'x' } }] };
    expect(await shared(result)).toMatchObject(result);
  });

  it.each([
    ['nothing is kept', null],
    ['another process is just writing it', Buffer.alloc(8)],
    ['it lacks a part', { output: [] }],
  ])('is made anew where %s', async (_, stored) => {
    expect(await shared(stored)).toBeNull();
  });
});
