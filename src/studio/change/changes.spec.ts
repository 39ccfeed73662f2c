import { describe, expect, it } from '@jest/globals';
import type { LogMessage } from '../../contract/messages/log-message.js';
import { type Change, changesAfter, noChanges } from './changes.js';

const at = (seconds: number): string => new Date(1_790_000_000_000 + seconds * 1000).toISOString();

/** Numbers them in order, one a second where no time is given. */
function after(
  ...told: readonly { readonly type: string; readonly run?: number; readonly at?: string; readonly data: object }[]
) {
  const messages = told.map((message, index) => ({ run: 1, at: at(index), ...message, seq: index + 1 }));
  return (messages as unknown as readonly LogMessage[]).reduce(changesAfter, noChanges());
}

const run = (status: string, more: object = {}) => ({
  type: 'run',
  data: { status, run_status: 'active', prompt: 'A shop for honey', ...more },
});
const wrote = (path: string, author = 'blueprint', more: object = {}) => ({
  type: 'file',
  data: { op: 'written', path, author, sha256: 'a', bytes: 1 },
  ...more,
});
const complete = { type: 'complete', data: { app_name: 'Honey' } };
const made = [run('requested', { user_id: 'ann' }), wrote('app/index.tsx'), complete];
const brief = ({ kind, title, by, files, status, beforeSeq, lastSeq }: Change) => ({
  ...{ kind, title, by, files, status, beforeSeq, lastSeq },
});

describe('what became of an app', () => {
  it('is a run, who asked for it, and the files it wrote', () => {
    expect(after(...made).map(brief)).toEqual([
      {
        kind: 'made',
        title: 'A shop for honey',
        by: ['user:ann'],
        files: ['app/index.tsx'],
        status: 'complete',
        beforeSeq: 1,
        lastSeq: 3,
      },
    ]);
  });

  it('is a revision with its place, how it ended, and what it was before that', () => {
    const place = { path: 'app/index.tsx', line: 4, code: '<Text>' };
    const [, change] = after(
      ...made,
      { ...run('revising', { instruction: 'Make it blue', at: place }), run: 2 },
      { ...wrote('lib/theme.ts', 'gpt'), run: 2 },
      { type: 'file', run: 2, data: { op: 'renamed', from: 'app/a.tsx', to: 'app/b.tsx', author: 'gpt' } },
      { type: 'error', run: 2, error: 'It does not compile.', data: { code: 'revision_refused' } } as never,
    );
    expect(change).toMatchObject({
      ...{ kind: 'revision', title: 'Make it blue', at: place, by: ['anonymous'], status: 'failed' },
      ...{
        failure: 'It does not compile.',
        files: ['lib/theme.ts', 'app/a.tsx', 'app/b.tsx'],
        beforeSeq: 4,
        lastSeq: 7,
      },
    });
  });

  it('is under way again after a retry', () => {
    const failed = { type: 'error', error: 'No answer.', data: { code: 'x' } } as never;
    expect(after(run('requested'), failed, run('retrying'))).toMatchObject([{ status: 'active', failure: null }]);
  });

  it('is what people edit: those who write within five minutes together, whatever a run does meanwhile', () => {
    const changes = after(
      ...made,
      wrote('app/index.tsx', 'user:ann', { at: at(10) }),
      wrote('app/about.tsx', 'user:bob', { at: at(200) }),
      wrote('lib/late.ts', 'blueprint', { at: at(210) }),
      wrote('app/index.tsx', 'user:ann', { at: at(900) }),
    );
    expect(changes.map(brief)).toMatchObject([
      { kind: 'made', files: ['app/index.tsx', 'lib/late.ts'] },
      { kind: 'edit', by: ['user:ann', 'user:bob'], files: ['app/index.tsx', 'app/about.tsx'], beforeSeq: 3 },
      { kind: 'edit', by: ['user:ann'], files: ['app/index.tsx'], beforeSeq: 6 },
    ]);
  });

  it('is a restore with the files that it means, and a person’s edit after it', () => {
    const now = at(50);
    const changes = after(
      ...made,
      { type: 'restored', at: now, data: { to_seq: 1, author: 'user:ann' } },
      wrote('app/index.tsx', 'user:ann', { at: now }),
      { type: 'file', at: now, data: { op: 'deleted', path: 'app/x.tsx', base_sha256: 'b' } },
      wrote('app/index.tsx', 'user:ann', { at: at(60) }),
    );
    expect(changes.slice(1).map(brief)).toMatchObject([
      { kind: 'restore', files: ['app/index.tsx', 'app/x.tsx'], beforeSeq: 4, lastSeq: 6 },
      { kind: 'edit', files: ['app/index.tsx'], beforeSeq: 6 },
    ]);
    expect(changes[1]?.toSeq).toBe(1);
  });

  it('is a copy of another project', () => {
    const forked = run('forked', { from: { project_id: 'p', seq: 9 }, user_id: 'bob' });
    expect(after({ ...forked, at: at(1) }, wrote('app/index.tsx', 'user:bob', { at: at(1) }))).toMatchObject([
      { kind: 'fork', title: 'A shop for honey', files: ['app/index.tsx'] },
    ]);
  });
});
