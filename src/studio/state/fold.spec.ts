import { describe, expect, it } from '@jest/globals';
import { type LogMessage, logMessage } from '../../contract/messages/log-message.js';
import { fold, foldAll } from './fold.js';
import { currentRun, emptyProject, type ProjectState } from './project-state.js';

const AT = '2026-11-28T10:00:00.000Z';
const LATER = '2026-11-28T10:00:02.500Z';
const URLS = { web: 'http://plants.localhost:8000/' };

let seq = 0;

/** A message of the log, checked against the contract. */
function message(type: LogMessage['type'], data: object, more: object = {}): LogMessage {
  seq += 1;
  return logMessage.parse({ type, seq, at: AT, run: 1, data, ...more });
}

function run(status: string, data: object = {}, more: object = {}): LogMessage {
  return message(
    'run',
    {
      status,
      project_id: 'plants',
      run_status: 'active',
      is_cancelling: false,
      prompt: 'An app for my plants',
      progress: 0,
      stages: {},
      ...data,
    },
    more,
  );
}

function progress(data: object, more: object = {}): LogMessage {
  return message('progress', { stage: 'analyzing', message: 'Analyzing requirements', progress: 5, ...data }, more);
}

function given(...messages: LogMessage[]): ProjectState {
  return foldAll(emptyProject('plants'), messages);
}

const COMPLETE = {
  success: true,
  project_id: 'plants',
  app_name: 'Plants',
  preview_url: URLS.web,
  preview_urls: URLS,
  screens_added: [],
  duration_ms: 2500,
  cost_usd: 0.02,
  made_by: { way: 'rules' },
  notes: ['Reminders are only shown.'],
};
const FILE = { op: 'written', path: 'app/index.tsx', sha256: 'a1', bytes: 10, author: 'blueprint' };

describe('the project as its messages tell it', () => {
  it('begins a run with what was asked', () => {
    const state = given(run('requested', { user_id: 'ada', template_id: 'sunset_orange', options: { seed: 3 } }));
    expect(currentRun(state)).toMatchObject({
      number: 1,
      status: 'active',
      prompt: 'An app for my plants',
      userId: 'ada',
      templateId: 'sunset_orange',
      options: { seed: 3 },
      message: 'Starting',
      requestedAt: AT,
    });
  });

  it('tells when each stage began and ended', () => {
    const state = given(
      run('requested'),
      progress({ stage_status: 'started' }),
      progress({ stage_status: 'succeeded', message: 'Requirements analyzed' }, { at: LATER }),
    );
    expect(currentRun(state)?.stages.analyzing).toEqual({ state: 'done', from: AT, to: LATER });
    expect(currentRun(state)?.message).toBe('Requirements analyzed');
  });

  it('has a screen once, and the preview as soon as a message names it', () => {
    const state = given(
      run('requested'),
      progress({ screens_added: ['Home', 'Plants'] }),
      progress({ screens_added: ['Plants', 'Water'], preview_url: URLS.web, preview_urls: URLS }),
    );
    expect(currentRun(state)?.screens).toEqual(['Home', 'Plants', 'Water']);
    expect(state.preview).toEqual({ url: URLS.web, urls: URLS, run: 1 });
  });

  it('is complete with what is good to know, and pictures that come later do not take the last word', () => {
    const state = given(
      run('requested'),
      message('complete', COMPLETE, { at: LATER }),
      progress({ stage: 'generating_images', stage_status: 'succeeded', message: 'Images generated', progress: 100 }),
    );
    expect(currentRun(state)).toMatchObject({
      status: 'complete',
      appName: 'Plants',
      endedAt: LATER,
      costUsd: 0.02,
      message: 'Plants is complete',
      notes: ['Reminders are only shown.'],
    });
  });

  it('fails with a reason, and forgets it when it goes on', () => {
    const failed = given(
      run('requested'),
      message(
        'error',
        { code: 'no_disk', message: 'No disk', stage: 'installing_deps', retryable: true },
        { error: 'Failed to install dependencies: No disk' },
      ),
    );
    expect(currentRun(failed)?.failure).toEqual({
      text: 'Failed to install dependencies: No disk',
      code: 'no_disk',
      stage: 'installing_deps',
      isRetryable: true,
    });
    const again = fold(failed, run('retrying', { stages: { analyzing: 'succeeded', installing_deps: 'running' } }));
    expect(currentRun(again)).toMatchObject({ status: 'active', failure: null, endedAt: null, message: 'Retrying' });
    expect(again.runs).toHaveLength(1);
  });

  it('keeps the runs before', () => {
    const state = given(
      run('requested'),
      message('complete', COMPLETE),
      run('revising', { instruction: 'Make it blue' }, { run: 2 }),
      message('cancelled', { project_id: 'plants', message: 'Cancelled by request' }, { run: 2 }),
    );
    expect(state.runs.map(({ number, status, instruction }) => [number, status, instruction])).toEqual([
      [1, 'complete', null],
      [2, 'cancelled', 'Make it blue'],
    ]);
  });

  it('has each file as it is now, whoever wrote it', () => {
    const state = given(
      message('file', FILE),
      message('file', { ...FILE, sha256: 'b2', author: 'user:ada' }),
      message('file', { ...FILE, path: 'lib/old.ts' }),
      message('file', { op: 'renamed', from: 'lib/old.ts', to: 'lib/new.ts', author: 'user:ada' }),
      message('file', { ...FILE, path: 'lib/gone.ts' }),
      message('file', { op: 'deleted', path: 'lib/gone.ts', base_sha256: 'a1' }),
      message('asset', { path: 'assets/icon.png', sha256: 'c3', bytes: 9, kind: 'icon', origin: 'generated' }),
    );
    expect(Object.keys(state.files).sort()).toEqual(['app/index.tsx', 'assets/icon.png', 'lib/new.ts']);
    expect(state.files['app/index.tsx']).toMatchObject({ sha256: 'b2', author: 'user:ada' });
    expect(state.files['lib/new.ts']).toMatchObject({ path: 'lib/new.ts', author: 'user:ada' });
  });

  it('says what is wrong with the preview until it is well again', () => {
    const troubled = given(message('preview', { state: 'troubled', source: 'page', message: 'x is not defined' }));
    expect(troubled.trouble).toEqual({ source: 'page', message: 'x is not defined' });
    expect(fold(troubled, message('preview', { state: 'healed' })).trouble).toBeNull();
  });

  it('keeps the address of the last copy while the next one is made, or fails', () => {
    const shared = given(message('share', { state: 'shared', url: 'http://a.share/', files: 3, bytes: 9 }));
    const failed = fold(shared, message('share', { state: 'failed', code: 'no_disk', message: 'No disk' }));
    expect(failed.share).toEqual({ state: 'failed', url: 'http://a.share/', message: 'No disk' });
  });

  it('is the same whether messages are folded one by one or together, and a state that was shown stays as it was', () => {
    const shown = given(run('requested'), message('file', FILE));
    const before = structuredClone(shown);
    const more = [
      message('file', { ...FILE, path: 'lib/new.ts' }),
      message('file', { op: 'renamed', from: 'app/index.tsx', to: 'app/home.tsx', author: 'user:ada' }),
      message('file', { op: 'deleted', path: 'lib/new.ts', base_sha256: 'a1' }),
    ];
    const together = foldAll(shown, more);
    expect(together).toEqual(more.reduce((state, one) => fold(state, one), shown));
    expect(Object.keys(together.files)).toEqual(['app/home.tsx']);
    expect(shown).toEqual(before);
  });

  it('has the revisions that wait, until their turn', () => {
    const one = { revision: 4, instruction: 'Make it blue', user_id: 'ada' };
    const waiting = given(
      run('requested'),
      message('queue', { state: 'queued', ...one, position: 1, queue: [one] }),
      message('complete', COMPLETE),
    );
    expect(waiting.queue).toEqual([one]);
    const begun = fold(waiting, run('revising', { instruction: 'Make it blue', revision: 4 }, { run: 2 }));
    expect(begun.queue).toEqual([]);
  });

  it('has conflicts until somebody decides', () => {
    const open = {
      conflict: 7,
      path: 'app/index.tsx',
      author: 'gpt',
      mine_sha256: 'a',
      theirs_sha256: 'b',
      places: [],
    };
    const state = given(message('conflict', { state: 'open', ...open }));
    expect(state.conflicts).toMatchObject([{ conflict: 7 }]);
    const decided = message('conflict', { state: 'taken', conflict: 7, path: 'app/index.tsx', author: 'user:ada' });
    expect(fold(state, decided).conflicts).toEqual([]);
  });

  it('knows that it was deleted for good', () => {
    expect(given(message('deleted', { project_id: 'plants', message: 'Deleted' })).isDeleted).toBe(true);
  });

  it('is not changed by a type that is newer than this page', () => {
    const before = given(run('requested'));
    const newer = { type: 'hologram', seq: 99, at: AT, run: 1, data: {} } as unknown as LogMessage;
    expect(fold(before, newer)).toEqual(before);
  });
});
