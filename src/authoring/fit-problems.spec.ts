import { describe, expect, it } from '@jest/globals';
import { fitProblems } from './fit-problems.js';

const PATH = 'app/(tabs)/index.tsx';
const PATHS = new Set([PATH, 'lib/store.ts', 'components/card.tsx', 'components/list/index.tsx']);
const screen = { path: PATH, content: '' };
const facts = (...imports: readonly string[]) => ({ imports, hasDefaultExport: true, rawTextLines: [] });

describe('a file that a model wrote', () => {
  it('fits its app where it imports what is there', () => {
    const imports = ['react-native', '../../components/card', '../../components/list', '../../lib/store'];
    expect(fitProblems(screen, facts(...imports), PATHS)).toEqual([]);
    expect(
      fitProblems({ path: 'lib/a.ts', content: '' }, { imports: [], hasDefaultExport: false, rawTextLines: [] }, PATHS),
    ).toEqual([]);
  });

  it.each([
    ['imports a file that is not there', facts('../../lib/none'), /"\.\.\/\.\.\/lib\/none" is no file of this app/],
    ['imports from outside the project', facts('../../../other/lib/store'), /no file of this app/],
    [
      'is a screen without a default export',
      { imports: [], hasDefaultExport: false, rawTextLines: [] },
      /default export/,
    ],
    ['has text outside of a Text', { ...facts(), rawTextLines: [7] }, /Line 7: text, or a number that may be 0/],
  ])('does not fit where it %s', (_, given, problem) => {
    expect(fitProblems(screen, given, PATHS).join()).toMatch(problem);
  });

  it('does not fit where it is larger than any screen', () => {
    expect(fitProblems({ ...screen, content: 'x'.repeat(60_001) }, facts(), PATHS)).toEqual([
      'The file has more than 60000 characters.',
    ]);
  });
});
