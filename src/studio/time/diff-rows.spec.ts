import { describe, expect, it } from '@jest/globals';
import { createTwoFilesPatch } from 'diff';
import { type DiffRow, rowsOf } from './diff-rows.js';

const lines = (...numbers: readonly number[]): string => numbers.map((number) => `line ${number}\n`).join('');
const rows = (before: string, after: string): readonly DiffRow[] =>
  rowsOf(createTwoFilesPatch('a', 'b', before, after));

/** `3 4 + text`, with what changed in brackets. */
const shown = (row: DiffRow): string => {
  if (row.kind === 'gap') return `… ${row.lines}`;
  const sign = { same: ' ', added: '+', removed: '-' }[row.kind];
  const text = row.pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
  return `${row.before ?? ''}|${row.after ?? ''}|${sign}${text}`;
};

describe('the rows of a diff', () => {
  it('are numbered on both sides, and skip what stayed', () => {
    const before = lines(1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(rows(before, `${before}new\n`).map(shown)).toEqual([
      '… 5',
      '6|6| line 6',
      '7|7| line 7',
      '8|8| line 8',
      '9|9| line 9',
      '|10|+new',
    ]);
  });

  it('say what changed within a line that was replaced', () => {
    expect(rows('const colour = red;\n', 'const colour = blue;\n').map(shown)).toEqual([
      '1||-const colour = [red];',
      '|1|+const colour = [blue];',
    ]);
  });

  it('compare no lines that have little in common, or of which there are not as many', () => {
    expect(rows('alpha\n', 'something quite other\n').map(shown)).toEqual(['1||-alpha', '|1|+something quite other']);
    expect(rows('one two\n', 'one 2\nthree\n').map(shown)).toEqual(['1||-one two', '|1|+one 2', '|2|+three']);
  });

  it('are all added for a new file, also without a new line at its end', () => {
    expect(rows('', 'a\nb').map(shown)).toEqual(['|1|+a', '|2|+b']);
    expect(rowsOf('')).toEqual([]);
  });

  it('keep the numbers right over several hunks', () => {
    const before = lines(...Array.from({ length: 30 }, (_, index) => index + 1));
    const after = before.replace('line 2\n', '').replace('line 25\n', 'line 25\nnew\n');
    const all = rows(before, after);
    expect(all.find((row) => row.kind === 'added')).toMatchObject({ after: 25 });
    expect(all.filter(({ kind }) => kind === 'gap')).toEqual([{ kind: 'gap', lines: 15 }]);
  });
});
