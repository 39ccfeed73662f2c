import { describe, expect, it } from '@jest/globals';
import { type Fact, record } from '../../../test/support/given.js';
import { foldFiles } from './fold.js';

const written = (path: string, sha256: string): Fact => ({
  type: 'FileWritten',
  data: { path, sha256, bytes: 1, author: 'blueprint' },
});
const deleted = (path: string): Fact => ({ type: 'FileDeleted', data: { path, base_sha256: 'aa' } });

const fold = (...facts: readonly Fact[]) => foldFiles(record(facts).map((event) => ({ projectId: 'demo', event })));

describe('the files view', () => {
  it('keeps the last version of each file', () => {
    expect(fold(written('a.tsx', 'aa'), written('b.tsx', 'bb'), written('a.tsx', 'cc')).written).toMatchObject([
      { project_id: 'demo', path: 'a.tsx', sha256: 'cc', seq: 3, author: 'blueprint' },
      { project_id: 'demo', path: 'b.tsx', sha256: 'bb', seq: 2 },
    ]);
  });

  it('deletes a file, and takes it back when it is written again', () => {
    expect(fold(written('a.tsx', 'aa'), deleted('a.tsx'))).toEqual({
      written: [],
      deleted: [{ project_id: 'demo', path: 'a.tsx' }],
    });
    expect(fold(deleted('a.tsx'), written('a.tsx', 'bb'))).toMatchObject({ written: [{ sha256: 'bb' }], deleted: [] });
  });

  it('holds assets too', () => {
    const icon: Fact = {
      type: 'AssetAdded',
      data: { path: 'assets/icon.png', sha256: 'aa', bytes: 9, kind: 'icon', origin: 'generated' },
    };
    expect(fold(icon).written).toMatchObject([{ path: 'assets/icon.png', author: 'generated' }]);
  });

  it('leaves everything else alone', () => {
    expect(fold({ type: 'StageStarted', data: { stage: 'analyzing' } })).toEqual({ written: [], deleted: [] });
  });
});
