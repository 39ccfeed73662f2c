import { describe, expect, it } from '@jest/globals';
import type { ModelPrompt } from '../authoring/model-prompt.js';
import { planApp } from '../blueprint/plan-app.js';
import type { TypeProblem } from '../effects/type-checker/type-checker.port.js';
import type { SourceFile } from '../generation/app-files.js';
import { ModelMender } from './model-mender.js';
import type { StageContext } from './stage-task.js';

const SONG = 'lib/model.ts';
const SAMPLES = 'lib/samples.ts';
const BEFORE = new Map([
  [SONG, 'lines'],
  [SAMPLES, 'uses lines'],
]);

/** A revision that has renamed what the samples use: they are none of the files that the model wrote. */
function revision(answer: string) {
  const now = new Map([...BEFORE, [SONG, 'verses']]);
  const refOf = ([path, content]: [string, string]) => ({ path, sha256: content, bytes: 1, seq: 1 });
  const refs = (files: ReadonlyMap<string, string>) =>
    Object.fromEntries([...files].map((file) => [file[0], refOf(file)]));
  const asked: ModelPrompt[] = [];
  const context = {
    signal: new AbortController().signal,
    project: () => ({ files: refs(now), troubles: [] }),
    run: () => ({
      prompt: 'an app for my choir',
      earlier: ['Add a metronome'],
      instruction: 'Call lines verses',
      base: refs(BEFORE),
      written: [SONG],
      plan: planApp({ prompt: 'an app for my choir' }),
    }),
    read: (files: readonly { path: string; sha256: string }[]) =>
      Promise.resolve(files.map(({ path, sha256 }) => ({ path, content: sha256 }))),
  };
  const types = {
    check: (files: readonly SourceFile[]): Promise<readonly TypeProblem[]> => {
      const contentOf = (path: string) => files.find((file) => file.path === path)?.content ?? '';
      const isWell = contentOf(SAMPLES).includes(contentOf(SONG));
      return Promise.resolve(isWell ? [] : [{ path: SAMPLES, line: 1, column: 0, message: 'no lines (TS2339)' }]);
    },
  };
  const desk = {
    modelName: 'fake',
    isSpent: () => false,
    askNoting: (_: unknown, { request }: { request: ModelPrompt }) => {
      asked.push(request);
      return Promise.resolve(answer);
    },
  };
  const publisher = {
    refusalsOf: () => Promise.resolve([]),
    publish: (_: unknown, { files }: { files: readonly SourceFile[] }) => {
      for (const { path, content } of files) now.set(path, content);
      return Promise.resolve(files);
    },
  };
  const checks = { types, previewHost: { check: () => Promise.resolve() } };
  const mender = new ModelMender(desk as never, publisher as never, checks as never, 1);
  return { mend: () => mender.mend(context as unknown as StageContext), now, asked };
}

describe('a revision that leaves a type error in a file that the model did not write', () => {
  it('has the model mend that file, which sees the app as it is now and what was asked for before', async () => {
    const { mend, now, asked } = revision(`<file path="${SAMPLES}">\nuses verses\n</file>`);
    expect(await mend()).toEqual({ left: [SONG], notes: [] });
    expect(now.get(SAMPLES)).toBe('uses verses\n');
    const said = asked[0]?.messages.map(({ content }) => content).join('\n') ?? '';
    for (const words of ['verses</file>', 'no lines (TS2339)', 'an app for my choir', 'Add a metronome']) {
      expect(said).toContain(words);
    }
  });

  it('is taken back as a whole where that does not help, and says why', async () => {
    const { mend, now, asked } = revision('I would rather not.');
    expect(await mend()).toEqual({
      left: [SONG],
      notes: ['The change was taken back, as it leaves a type error in the app: lib/samples.ts:1: no lines (TS2339)'],
    });
    expect(now).toEqual(BEFORE);
    expect(asked).toHaveLength(1);
  });
});
