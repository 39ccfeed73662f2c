import { describe, expect, it } from '@jest/globals';
import { type Fact, record } from '../../test/support/given.js';
import { versionsOf } from './versions.js';

type Act = Fact & { readonly by: string; readonly after?: number };

/** `after`: so many minutes after the event before. */
function history(...acts: readonly Act[]) {
  let at = Date.UTC(2026, 0, 1);
  const events = record(acts).map((event, index) => {
    at += (acts[index]?.after ?? 0) * 60_000;
    return { ...event, at: new Date(at).toISOString(), actor: acts[index]?.by ?? '' };
  });
  return versionsOf(events);
}

const wrote = (path: string, author: string, by = author, after = 1): Act => ({
  type: 'FileWritten',
  data: { path, sha256: 'aa', bytes: 1, author },
  by,
  after,
});
const requested: Act = { type: 'RunRequested', data: { prompt: 'Create a choir app', user_id: 'ann' }, by: 'user:ann' };
const complete: Act = { type: 'RunCompleted', data: { app_name: 'Choir', cost_usd: 0 }, by: 'driver', after: 1 };

describe('the history of a project', () => {
  it('has one entry a run, with the files that it wrote', () => {
    expect(
      history(requested, wrote('app/a.tsx', 'blueprint', 'driver'), wrote('app/a.tsx', 'gpt', 'driver'), complete),
    ).toMatchObject([
      {
        kind: 'run',
        first_seq: 1,
        seq: 4,
        title: 'Create a choir app',
        authors: ['user:ann', 'blueprint', 'gpt'],
        files: ['app/a.tsx'],
      },
    ]);
  });

  it('counts edits that follow each other as one session, and others as another', () => {
    const entries = history(
      requested,
      complete,
      wrote('app/a.tsx', 'user:bob'),
      wrote('app/b.tsx', 'user:cem'),
      wrote('app/b.tsx', 'user:cem', 'user:cem', 60),
    );
    expect(entries.slice(1)).toMatchObject([
      { kind: 'edit', first_seq: 3, seq: 4, authors: ['user:bob', 'user:cem'], files: ['app/a.tsx', 'app/b.tsx'] },
      { kind: 'edit', first_seq: 5, seq: 5, authors: ['user:cem'], files: ['app/b.tsx'] },
    ]);
  });

  it('keeps a person’s edits during a run apart from the run', () => {
    const entries = history(
      requested,
      wrote('app/a.tsx', 'user:bob'),
      wrote('app/b.tsx', 'blueprint', 'driver'),
      complete,
    );
    expect(entries).toMatchObject([
      { kind: 'edit', seq: 2, files: ['app/a.tsx'] },
      { kind: 'run', seq: 4, files: ['app/b.tsx'] },
    ]);
  });

  it('has one entry a restore, with what it changed, and a new session behind it', () => {
    const entries = history(
      requested,
      complete,
      { type: 'Restored', data: { to_seq: 1, author: 'user:ann' }, by: 'user:ann', after: 1 },
      wrote('app/a.tsx', 'user:ann', 'user:ann', 0),
      { type: 'FileDeleted', data: { path: 'app/b.tsx', base_sha256: 'aa' }, by: 'user:ann', after: 0 },
      wrote('app/a.tsx', 'user:ann'),
    );
    expect(entries.slice(1)).toMatchObject([
      { kind: 'restore', to_seq: 1, first_seq: 3, seq: 5, files: ['app/a.tsx', 'app/b.tsx'] },
      { kind: 'edit', seq: 6 },
    ]);
  });

  it('lets what a driver deletes be its run’s', () => {
    const deleted: Act = { type: 'FileDeleted', data: { path: 'app/b.tsx', base_sha256: 'aa' }, by: 'driver' };
    expect(history(requested, deleted, complete)).toMatchObject([{ kind: 'run', files: ['app/b.tsx'] }]);
  });
});
