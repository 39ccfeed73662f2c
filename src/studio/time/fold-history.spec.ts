import { describe, expect, it } from '@jest/globals';
import type { LogMessage } from '../../contract/messages/log-message.js';
import { captionOf, chapterTitle } from './captions.js';
import { foldHistory, historyOf, settled } from './fold-history.js';
import { type History, lastWhole } from './history.js';

type Said = {
  readonly type: LogMessage['type'];
  readonly run?: number;
  readonly afterMs?: number;
  readonly data?: object;
};

/** Messages as they come, one a second unless they say otherwise. */
function log(...said: readonly Said[]): readonly LogMessage[] {
  let at = Date.parse('2026-11-28T12:00:00.000Z');
  return said.map(({ type, run = 1, afterMs = 1_000, data = {} }, index) => {
    at += afterMs;
    const message = { type, seq: index + 1, at: new Date(at).toISOString(), run, data };
    return message as unknown as LogMessage;
  });
}

const asked: Said = { type: 'run', data: { status: 'requested', prompt: 'A fitness app', user_id: 'ada' } };
const planned: Said = {
  type: 'progress',
  data: { stage: 'analyzing', stage_status: 'succeeded', plan: { app_name: 'Fit', tagline: '', screens: [] } },
};
const wrote = (path: string, author = 'blueprint', afterMs?: number): Said => ({
  type: 'file',
  ...(afterMs !== undefined && { afterMs }),
  data: { op: 'written', path, author },
});
const screen = (name: string, stage = 'generating_screens'): Said => ({
  type: 'progress',
  data: { stage, screens_added: [name] },
});
const based: Said = { type: 'progress', data: { stage: 'generating_base', stage_status: 'succeeded' } };
const completed: Said = { type: 'complete', data: { app_name: 'Fit' } };
const aRun: readonly Said[] = [
  asked,
  planned,
  wrote('app/index.tsx'),
  screen('Home', 'generating_base'),
  based,
  wrote('app/goals.tsx'),
  screen('Goals'),
  wrote('app/+not-found.tsx'),
  completed,
];

const seen = (history: History): readonly (readonly [number, string])[] => {
  const { frames } = settled(history);
  return frames.map((frame) => [frame.seq, captionOf(frame, frames)]);
};
const RUN_FRAMES = [
  [2, 'The plan of Fit'],
  [5, 'First light: the app runs, with Home'],
  [7, 'Goals screen added'],
  [9, 'Fit is finished'],
] as const;

describe('the history of a run', () => {
  it('has a frame for its plan, for first light, for each screen and for its end', () => {
    expect(seen(historyOf(log(...aRun)))).toEqual(RUN_FRAMES);
  });

  it('says which files came with each frame', () => {
    const { frames } = historyOf(log(...aRun));
    expect(frames.map(({ paths }) => paths)).toEqual([
      [],
      ['app/index.tsx'],
      ['app/goals.tsx'],
      ['app/+not-found.tsx'],
    ]);
  });

  it('is one chapter, of the person who asked, with what became of it', () => {
    const [chapter, ...others] = historyOf(log(...aRun)).chapters;
    expect(others).toEqual([]);
    expect(chapter).toMatchObject({ kind: 'run', who: ['user:ada'], outcome: 'complete' });
    expect(chapter && chapterTitle(chapter)).toBe('“A fitness app”');
  });

  it('has no frame for an end that changed nothing, nor for files before there is an app', () => {
    expect(seen(historyOf(log(asked, planned, wrote('app/index.tsx'), { type: 'error' })))).toEqual([RUN_FRAMES[0]]);
    expect(seen(historyOf(log(...aRun.slice(0, 7), completed)))).toEqual(RUN_FRAMES.slice(0, 3));
  });

  it('has no second plan and no pieces when a finished app is made anew', () => {
    const again = [asked, planned, wrote('app/index.tsx'), based].map((said) => ({ ...said, run: 2 }));
    expect(seen(historyOf(log(...aRun, ...again)))).toEqual([...RUN_FRAMES, [13, 'First light: the app runs']]);
  });
});

describe('the history of a revision', () => {
  const revising: Said = { type: 'run', run: 2, data: { status: 'revising', instruction: 'Make it blue', prompt: '' } };

  it('has a frame for its end, and a chapter with the instruction', () => {
    const history = historyOf(
      log(...aRun, revising, { ...wrote('lib/theme.ts', 'gpt'), run: 2 }, { ...completed, run: 2 }),
    );
    expect(seen(history)).toEqual([...RUN_FRAMES, [12, 'Somebody asked: “Make it blue”']]);
    expect(history.chapters.map(({ kind }) => kind)).toEqual(['run', 'revision']);
  });

  it('has a frame for what a cancelled one left', () => {
    const history = historyOf(log(...aRun, revising, wrote('lib/theme.ts', 'gpt'), { type: 'cancelled', run: 2 }));
    expect(seen(history).at(-1)).toEqual([12, 'The run was cancelled']);
    expect(history.chapters.at(-1)?.outcome).toBe('cancelled');
  });
});

describe('the history of people’s edits', () => {
  it('has one frame for what somebody typed in one go, and another after a while', () => {
    const typed = (afterMs: number): Said => wrote('app/(tabs)/index.tsx', 'user:ada', afterMs);
    const history = historyOf(log(...aRun, typed(1_000), typed(2_000), typed(2_000), typed(60_000)));
    expect(seen(history).slice(RUN_FRAMES.length)).toEqual([
      [12, 'Ada changed the home screen'],
      [13, 'Ada changed the home screen'],
    ]);
    expect(history.chapters).toHaveLength(2);
    expect(history.frames.at(-2)?.at).toBe(log(...aRun, typed(1_000), typed(2_000), typed(2_000)).at(-1)?.at);
  });

  it('has a frame each for another file and another person, and a session each after a long pause', () => {
    const history = historyOf(
      log(
        ...aRun,
        wrote('components/chip.tsx', 'user:ada'),
        wrote('app/workouts/[id].tsx', 'user:ada'),
        wrote('app/workouts/[id].tsx', 'user:bob'),
        wrote('lib/kinds.ts', 'anonymous', 3_600_000),
      ),
    );
    expect(seen(history).slice(RUN_FRAMES.length)).toEqual([
      [10, 'Ada changed the component chip'],
      [11, 'Ada changed the screen workouts/id'],
      [12, 'Bob changed the screen workouts/id'],
      [13, 'Somebody changed lib/kinds.ts'],
    ]);
    expect(history.chapters.map(chapterTitle)).toEqual(['“A fitness app”', 'Ada and bob edited', 'Somebody edited']);
  });
});

describe('the history of restores and forks', () => {
  const together = { afterMs: 0 };
  const restored: readonly Said[] = [
    { type: 'restored', data: { to_seq: 7, author: 'user:bob' } },
    { type: 'file', ...together, data: { op: 'deleted', path: 'app/+not-found.tsx', author: 'user:bob' } },
    { type: 'file', ...together, data: { op: 'written', path: 'app/goals.tsx', author: 'user:bob' } },
  ];

  it('has one frame for a restore, at the last of its files, also where nothing has followed yet', () => {
    const frame = [12, 'Bob went back: Goals screen added'];
    expect(seen(historyOf(log(...aRun, ...restored)))).toEqual([...RUN_FRAMES, frame]);
    const edited = historyOf(log(...aRun, ...restored, wrote('lib/a.ts', 'user:ada')));
    expect(seen(edited).slice(RUN_FRAMES.length)).toEqual([frame, [13, 'Ada changed lib/a.ts']]);
    expect(edited.chapters.map(({ kind }) => kind)).toEqual(['run', 'restore', 'edit']);
  });

  it('begins a fork with the app that it has', () => {
    const forked: Said = {
      type: 'run',
      data: { status: 'forked', prompt: 'A fitness app', app_name: 'Fit', from: { project_id: 'first', seq: 7 } },
    };
    const history = historyOf(log(forked, { ...wrote('app/index.tsx', 'anonymous'), ...together }, completed));
    expect(seen(history)).toEqual([[2, 'Forked from first']]);
    expect(history.appName).toBe('Fit');
  });
});

describe('a version that does not compile', () => {
  const troubled: Said = { type: 'preview', data: { state: 'troubled', source: 'bundle', message: 'no such module' } };
  const healed: Said = { type: 'preview', data: { state: 'healed' } };

  it('says so until one that does, and names the last that did', () => {
    const broken = [wrote('lib/a.ts', 'user:ada'), troubled, wrote('lib/b.ts', 'user:ada')];
    const { frames } = historyOf(log(...aRun, ...broken, wrote('lib/a.ts', 'user:ada'), healed));
    expect(frames.slice(3).map(({ seq, trouble }) => [seq, trouble])).toEqual([
      [9, undefined],
      [10, 'no such module'],
      [12, 'no such module'],
      [13, undefined],
    ]);
    expect(lastWhole(frames, 5)?.seq).toBe(9);
    expect(lastWhole(frames, 0)).toBeUndefined();
  });

  it('is not one whose page ran into an error', () => {
    const crashed: Said = { type: 'preview', data: { state: 'troubled', source: 'page', message: 'undefined' } };
    expect(historyOf(log(...aRun, crashed)).frames.at(-1)?.trouble).toBeUndefined();
  });
});

it('is the same folded in one go or message by message, and knows of the project’s end', () => {
  const messages = log(...aRun, { type: 'deleted' });
  const [first, ...rest] = messages;
  const history = rest.reduce(foldHistory, historyOf(first ? [first] : []));
  expect(history).toEqual(historyOf(messages));
  expect(history.isDeleted).toBe(true);
  expect(history.head).toBe(messages.length);
});
