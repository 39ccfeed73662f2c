import { describe, expect, it } from '@jest/globals';
import type { FileProblem } from '../../contract/texts.js';
import { problemCount, problemList, soundnessOf } from './problem-list.js';

const problem = (source: FileProblem['source'], line: number, column = 0): FileProblem => ({
  ...{ source, line, column },
  message: `${source} ${line}`,
});

describe('the list of problems', () => {
  it('begins with what keeps a text from counting, then goes by file and place', () => {
    const list = problemList(
      new Map([
        ['lib/b.ts', [problem('types', 9), problem('types', 2, 4), problem('types', 2, 1)]],
        ['lib/a.ts', [problem('types', 30)]],
        ['lib/c.ts', [problem('gate', 7)]],
      ]),
    );
    expect(list.map(({ path, line, column }) => `${path}:${line}:${column}`)).toEqual([
      'lib/c.ts:7:0',
      'lib/a.ts:30:0',
      'lib/b.ts:2:1',
      'lib/b.ts:2:4',
      'lib/b.ts:9:0',
    ]);
  });

  it('says how many there are', () => {
    expect([0, 1, 2].map(problemCount)).toEqual(['No problems', '1 problem', '2 problems']);
  });
});

describe('a file', () => {
  it.each([
    ['sound', []],
    ['wrong', [problem('types', 1)]],
    ['broken', [problem('types', 1), problem('gate', 2)]],
  ] as const)('is %s', (soundness, problems) => {
    expect(soundnessOf(problems)).toBe(soundness);
  });
});
