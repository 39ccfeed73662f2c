import { describe, expect, it } from '@jest/globals';
import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { changesBetween, mergeInto } from './merge-text.js';

const applied = (text: string, changes: ReturnType<typeof changesBetween>): string =>
  changes.apply(Text.of(text.split('\n'))).toString();

function merged(mine: string, base: string, theirs: string) {
  const { changes, conflicts } = mergeInto(mine, base, theirs);
  return { text: applied(mine, changes), conflicts };
}

/** Few distinct lines, so that they repeat. */
const someText = fc
  .array(fc.constantFrom('a', 'b', '  c', '', '}', 'a longer line'), { maxLength: 30 })
  .map((lines) => lines.join('\n'));

describe('the changes between two texts', () => {
  it('make the one of the other, whatever they are', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        expect(applied(before, changesBetween(before, after))).toBe(after);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leave alone what is the same', () => {
    const changes = changesBetween('one\ntwo\nthree\n', 'one\n2\nthree\n');
    expect(changes.toJSON()).toEqual([4, [4, '2', ''], 6]);
  });

  it('are found for texts that have nothing in common, however long', () => {
    const lines = (letter: string) => Array.from({ length: 20_000 }, (_, n) => `${letter}${n}`).join('\n');
    const [before, after] = [`head\n${lines('a')}\ntail`, `head\n${lines('b')}\ntail`];
    const changes = changesBetween(before, after);
    expect(applied(before, changes)).toBe(after);
    expect(changes.toJSON()).toMatchObject({ 0: 'head\n'.length });
  });
});

describe('a merge', () => {
  const base = 'import a\n\nconst x = 1\nconst y = 2\nconst z = 3\n';

  it('takes what the other changed elsewhere', () => {
    const mine = base.replace('x = 1', 'x = 10');
    const theirs = base.replace('z = 3', 'z = 30').replace('import a\n', 'import a\nimport b\n');
    expect(merged(mine, base, theirs)).toEqual({
      text: 'import a\nimport b\n\nconst x = 10\nconst y = 2\nconst z = 30\n',
      conflicts: [],
    });
  });

  it('keeps mine where both changed the same line, and says where', () => {
    const mine = base.replace('y = 2', 'y = 20');
    const theirs = base.replace('y = 2', 'y = 200').replace('z = 3', 'z = 30');
    // Two adjacent changed lines are one change, which is taken or left out as a whole.
    expect(merged(mine, base, theirs)).toEqual({ text: mine, conflicts: [{ from_line: 4, to_line: 5 }] });
  });

  it('keeps mine where the other deleted what I changed', () => {
    const mine = base.replace('y = 2', 'y = 20');
    expect(merged(mine, base, base.replace('const y = 2\n', ''))).toMatchObject({ text: mine, conflicts: [{}] });
  });

  it('does not double what both did', () => {
    const both = base.replace('y = 2', 'y = 20');
    expect(merged(both, base, both)).toEqual({ text: both, conflicts: [] });
  });

  it('is theirs where I changed nothing, and mine where they did not', () => {
    fc.assert(
      fc.property(someText, someText, (text, changed) => {
        expect(merged(text, text, changed)).toEqual({ text: changed, conflicts: [] });
        expect(merged(changed, text, text)).toEqual({ text: changed, conflicts: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('never loses a line that I added', () => {
    fc.assert(
      fc.property(someText, someText, fc.nat(), (text, theirs, where) => {
        const lines = text.split('\n');
        lines.splice(where % (lines.length + 1), 0, 'MINE');
        expect(merged(lines.join('\n'), text, theirs).text.split('\n')).toContain('MINE');
      }),
      { numRuns: 1_000 },
    );
  });
});
