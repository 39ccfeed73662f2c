import { describe, expect, it } from '@jest/globals';
import { type Fact, given } from '../../test/support/given.js';
import type { ChangeFiles, ForkProject, RestoreFiles } from './commands.js';
import type { AppPlan } from './plan.js';
import type { Stage } from './stage-plan.js';

const requested: Fact = { type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' } };
const complete: Fact = { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } };
const file = (path: string, sha256: string) => ({ path, sha256, bytes: 3 });
const written = (path: string, sha256: string, more: object = {}): Fact => ({
  type: 'FileWritten',
  data: { ...file(path, sha256), author: 'blueprint', ...more },
});
const byAnn = (path: string, sha256: string, base?: string): Fact => ({
  type: 'FileWritten',
  data: { ...file(path, sha256), author: 'user:ann', ...(base !== undefined && { base_sha256: base }) },
});
const deleted = (path: string, base: string): Fact => ({
  type: 'FileDeleted',
  data: { path, base_sha256: base, author: 'user:ann' },
});

const inFork = (path: string, sha256: string, meant: string): Fact => ({
  type: 'FileWritten',
  data: { ...file(path, sha256), author: 'user:ann', meant_sha256: meant },
});

const change = (command: Partial<ChangeFiles>): ChangeFiles => ({
  type: 'ChangeFiles',
  written: [],
  removed: [],
  authors: ['user:ann'],
  expected: {},
  ...command,
});

describe('a person’s change of files', () => {
  const app = [requested, written('app/index.tsx', 'aa'), written('lib/a.ts', 'bb'), complete];

  it('is written over what it was made for', () => {
    given(...app)
      .when(change({ written: [file('app/index.tsx', 'cc')], expected: { 'app/index.tsx': 'aa' } }))
      .then(byAnn('app/index.tsx', 'cc', 'aa'));
  });

  it('is refused with the newest version where the file has changed since', () => {
    const now = given(...app);
    now
      .when(change({ written: [file('app/index.tsx', 'cc')], expected: { 'app/index.tsx': 'old' } }))
      .thenRefused('file_changed');
    now
      .when(change({ written: [file('app/index.tsx', 'cc')], expected: { 'app/index.tsx': null } }))
      .thenRefused('file_changed');
    now.when(change({ removed: ['app/two.tsx'], expected: { 'app/two.tsx': 'aa' } })).thenRefused('file_changed');
  });

  it('makes a new file only where there is none', () => {
    given(...app)
      .when(change({ written: [file('app/two.tsx', 'dd')], expected: { 'app/two.tsx': null } }))
      .then(byAnn('app/two.tsx', 'dd'));
  });

  it('adds nothing where the file is so already', () => {
    given(...app)
      .when(change({ written: [file('app/index.tsx', 'aa')], expected: { 'app/index.tsx': 'aa' } }))
      .thenNothing();
  });

  it('renames by writing the one and deleting the other, in one append', () => {
    given(...app)
      .when(
        change({
          written: [file('lib/b.ts', 'bb')],
          removed: ['lib/a.ts'],
          renamed: { from: 'lib/a.ts', to: 'lib/b.ts' },
          expected: { 'lib/a.ts': 'bb', 'lib/b.ts': null },
        }),
      )
      .then(
        { type: 'FileRenamed', data: { from: 'lib/a.ts', to: 'lib/b.ts', author: 'user:ann' } },
        byAnn('lib/b.ts', 'bb'),
        deleted('lib/a.ts', 'bb'),
      );
  });

  it('names everyone who wrote it, and the version of the edited text that it is', () => {
    given(...app)
      .when(
        change({
          written: [{ ...file('lib/a.ts', 'cc'), edit_version: 7 }],
          authors: ['user:ann', 'user:bob'],
          expected: { 'lib/a.ts': 'bb' },
        }),
      )
      .then({
        type: 'FileWritten',
        data: {
          ...file('lib/a.ts', 'cc'),
          author: 'user:ann',
          authors: ['user:ann', 'user:bob'],
          base_sha256: 'bb',
          edit_version: 7,
        },
      });
  });

  it('is possible during a run, which it does not end', () => {
    const during = given(requested, written('app/index.tsx', 'aa'));
    during
      .when(change({ removed: ['app/index.tsx'], expected: { 'app/index.tsx': 'aa' } }))
      .then(deleted('app/index.tsx', 'aa'));
    expect(during.state.run?.status).toBe('active');
  });

  it('is refused where there is no project', () => {
    given()
      .when(change({ written: [file('app/index.tsx', 'aa')], expected: { 'app/index.tsx': null } }))
      .thenRefused('project_not_found');
  });
});

describe('a restore', () => {
  const restore = (files: RestoreFiles['files'], toSeq = 2): RestoreFiles => ({
    type: 'RestoreFiles',
    toSeq,
    files,
    plan: undefined,
    author: 'user:ann',
  });
  const app = [requested, written('app/index.tsx', 'aa'), written('app/index.tsx', 'bb'), written('lib/a.ts', 'cc')];

  it('writes what was otherwise, and deletes what was not there', () => {
    given(...app, complete)
      .when(restore([file('app/index.tsx', 'aa')]))
      .then(
        { type: 'Restored', data: { to_seq: 2, author: 'user:ann' } },
        byAnn('app/index.tsx', 'aa', 'bb'),
        deleted('lib/a.ts', 'cc'),
      );
  });

  it('changes nothing where nothing differs', () => {
    given(...app, complete)
      .when(restore([file('app/index.tsx', 'bb'), file('lib/a.ts', 'cc')], 4))
      .thenNothing();
  });

  it('is refused while a run writes the files', () => {
    given(...app)
      .when(restore([]))
      .thenRefused('run_active');
  });

  it('is refused where there is no project', () => {
    given().when(restore([])).thenRefused('project_not_found');
  });
});

describe('a fork', () => {
  const fork: ForkProject = {
    type: 'ForkProject',
    origin: {
      from: { project_id: 'first', seq: 40 },
      prompt: 'Create a fitness tracking app',
      plan: { name: 'Fit' } as AppPlan,
      written: ['app/index.tsx'],
    },
    files: [
      { ...file('app/index.tsx', 'aa'), meant_sha256: 'blueprint’s' },
      { ...file('assets/icon.png', 'bb'), meant_sha256: 'bb' },
    ],
    author: 'user:ann',
    userId: 'ann',
  };

  it('has all files, and a run that has only to show them', () => {
    given()
      .when(fork)
      .then(
        { type: 'Forked', data: { ...fork.origin, user_id: 'ann' } },
        inFork('app/index.tsx', 'aa', 'blueprint’s'),
        inFork('assets/icon.png', 'bb', 'bb'),
        { type: 'StageStarted', data: { stage: 'installing_deps' } },
      );
  });

  it('knows what people had changed in the files it began with', () => {
    const facts = [inFork('app/index.tsx', 'aa', 'blueprint’s'), inFork('assets/icon.png', 'bb', 'bb')];
    expect(given({ type: 'Forked', data: fork.origin }, ...facts).state.unedited).toEqual({
      'app/index.tsx': 'blueprint’s',
    });
  });

  it('comes to its end by the stages that show an app, and can be revised then', () => {
    const stages: Stage[] = ['installing_deps', 'starting_server', 'creating_tunnel', 'preview_ready'];
    const { state } = given(
      { type: 'Forked', data: fork.origin },
      byAnn('app/index.tsx', 'aa'),
      ...stages.map((stage): Fact => ({ type: 'StageSucceeded', data: { stage, output: {} } })),
      { type: 'StageStarted', data: { stage: 'adding_components' } },
      { type: 'DriverAttached', data: { epoch: 1 } },
    );
    given(
      { type: 'Forked', data: fork.origin },
      ...stages.map((stage): Fact => ({ type: 'StageSucceeded', data: { stage, output: {} } })),
      { type: 'StageStarted', data: { stage: 'adding_components' } },
      { type: 'DriverAttached', data: { epoch: 1 } },
    )
      .when({ type: 'CompleteStage', stage: 'adding_components', output: {}, epoch: 1, run: 1 })
      .then(
        { type: 'StageSucceeded', data: { stage: 'adding_components', output: {} } },
        { type: 'StageStarted', data: { stage: 'complete' } },
        { type: 'StageSucceeded', data: { stage: 'complete', output: {} } },
        { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } },
      );
    expect(state.run).toMatchObject({ plan: { name: 'Fit' }, written: ['app/index.tsx'], status: 'active' });
  });

  it('needs an id of its own', () => {
    given(requested).when(fork).thenRefused('project_exists');
  });
});
