import { describe, expect, it } from '@jest/globals';
import { type Fact, record } from '../../../test/support/given.js';
import { foldSites } from './fold.js';

const exported = (label: string, sha256: string): Fact => ({
  type: 'SiteExported',
  data: { label, url: `http://${label}.share.localhost`, files: [{ path: 'index.html', sha256, bytes: 1 }] },
});

const fold = (...facts: readonly Fact[]) => foldSites(record(facts).map((event) => ({ projectId: 'demo', event })));

describe('the sites view', () => {
  it('keeps the last export of each site', () => {
    expect(fold(exported('one', 'aa'), exported('two', 'bb'), exported('one', 'cc'))).toMatchObject([
      { label: 'one', project_id: 'demo', seq: 3, files: [{ sha256: 'cc' }] },
      { label: 'two', seq: 2, files: [{ sha256: 'bb' }] },
    ]);
  });

  it('leaves everything else alone', () => {
    expect(fold({ type: 'ShareRequested', data: {} })).toEqual([]);
  });
});
