import { describe, expect, it } from '@jest/globals';
import { type Fact, given } from '../../test/support/given.js';
import type { RecordFiles } from './commands.js';

const PATH = 'app/index.tsx';
const requested: Fact = { type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' } };
const attached: Fact = { type: 'DriverAttached', data: { epoch: 1 } };
const wrote = (author: string, sha256: string, more: object = {}): Fact => ({
  type: 'FileWritten',
  data: { path: PATH, sha256, bytes: 3, author, ...more },
});
const deleted = (author?: string): Fact => ({
  type: 'FileDeleted',
  data: { path: PATH, base_sha256: 'aa', ...(author !== undefined && { author }) },
});
const conflicted: Extract<Fact, { type: 'FileConflicted' }> = {
  type: 'FileConflicted',
  data: {
    path: PATH,
    author: 'a-model',
    mine_sha256: 'cc',
    theirs_sha256: 'dd',
    meant_sha256: 'bb',
    places: [{ from_line: 1, to_line: 2 }],
  },
};

const uneditedAfter = (...facts: readonly Fact[]) => given(requested, ...facts).state.unedited[PATH];

describe('what a file would be without people’s changes', () => {
  it('is not noted where nobody but the run has written it', () => {
    expect(uneditedAfter(wrote('blueprint', 'aa'), wrote('a-model', 'bb'))).toBeUndefined();
  });

  it('is what the run wrote last, however often people write on', () => {
    expect(uneditedAfter(wrote('blueprint', 'aa'), wrote('user:ann', 'bb'), wrote('anonymous', 'cc'))).toBe('aa');
  });

  it('is nothing where people made the file', () => {
    expect(uneditedAfter(wrote('user:ann', 'bb'))).toBeNull();
  });

  it('is not noted any more once the people’s version is the same', () => {
    expect(uneditedAfter(wrote('blueprint', 'aa'), wrote('user:ann', 'bb'), wrote('user:ann', 'aa'))).toBeUndefined();
  });

  it('is what a model meant, where people’s changes are in the version that counts', () => {
    const merged = wrote('a-model', 'cc', { meant_sha256: 'bb' });
    expect(uneditedAfter(wrote('blueprint', 'aa'), wrote('user:ann', 'ab'), merged)).toBe('bb');
    expect(uneditedAfter(wrote('blueprint', 'aa'), wrote('user:ann', 'ab'), conflicted)).toBe('bb');
  });

  it('is kept of a file that people have deleted, and not of one that the run has', () => {
    expect(uneditedAfter(wrote('blueprint', 'aa'), deleted('user:ann'))).toBe('aa');
    expect(uneditedAfter(wrote('blueprint', 'aa'), deleted())).toBeUndefined();
  });

  it('begins anew with each run: a revision takes what people did for what there is', () => {
    const revised: Fact = { type: 'RevisionRequested', data: { instruction: 'Make it blue' }, run: 2 };
    expect(uneditedAfter(wrote('blueprint', 'aa'), wrote('user:ann', 'bb'), revised)).toBeUndefined();
  });
});

describe('files that a run records', () => {
  const record = (more: Partial<RecordFiles>): RecordFiles => ({
    type: 'RecordFiles',
    files: [],
    removed: [],
    author: 'a-model',
    screens: [],
    epoch: 1,
    run: 1,
    ...more,
  });
  const files = [{ path: PATH, sha256: 'cc', bytes: 3, meant_sha256: 'bb' }];
  const edited = given(requested, attached, wrote('blueprint', 'aa'), wrote('user:ann', 'ab'));

  it('are refused where a person was quicker', () => {
    edited.when(record({ files, expected: { [PATH]: 'aa' } })).thenRefused('file_changed');
    edited.when(record({ removed: [PATH], expected: { [PATH]: 'aa' } })).thenRefused('file_changed');
  });

  it('say what the model meant, and where a person’s lines stayed', () => {
    const { author: _author, ...conflict } = conflicted.data;
    edited
      .when(record({ files, expected: { [PATH]: 'ab' }, conflicts: [conflict] }))
      .then(wrote('a-model', 'cc', { base_sha256: 'ab', meant_sha256: 'bb' }), conflicted);
  });

  it('tell of the same conflict once', () => {
    const { author: _author, ...conflict } = conflicted.data;
    given(requested, attached, wrote('a-model', 'cc', { meant_sha256: 'bb' }), conflicted)
      .when(record({ files, conflicts: [conflict] }))
      .thenNothing();
  });
});

describe('a conflict', () => {
  const open = given(requested, wrote('blueprint', 'aa'), conflicted);

  it('is open until somebody says what becomes of it', () => {
    expect(open.state.conflicts).toMatchObject([{ seq: 3, path: PATH, author: 'a-model' }]);
    const resolved: Fact = {
      type: 'ConflictResolved',
      data: { conflict: 3, path: PATH, how: 'taken', author: 'user:ann' },
    };
    open.when({ type: 'ResolveConflict', conflict: 3, how: 'taken', author: 'user:ann' }).then(resolved);
    expect(given(requested, wrote('blueprint', 'aa'), conflicted, resolved).state.conflicts).toEqual([]);
  });

  it('is none any more where its file is gone, or another app begins', () => {
    expect(given(requested, conflicted, deleted()).state.conflicts).toEqual([]);
    expect(given(requested, conflicted, { ...requested, run: 2 }).state.conflicts).toEqual([]);
  });

  it('that is not open cannot be resolved', () => {
    open
      .when({ type: 'ResolveConflict', conflict: 2, how: 'kept', author: 'user:ann' })
      .thenRefused('conflict_not_found');
  });

  it('of an edited text with the same version of its file counts once', () => {
    const conflict = { ...conflicted.data, of_seq: 2 };
    given(requested, { type: 'FileConflicted', data: conflict })
      .when({ type: 'ReportConflict', conflict: { ...conflict, mine_sha256: 'ee' } })
      .thenNothing();
  });
});
