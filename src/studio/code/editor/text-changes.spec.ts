import { describe, expect, it } from '@jest/globals';
import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { changesBetween, changesOver } from './text-changes.js';

const applied = (text: string, changes: ReturnType<typeof changesBetween>): string =>
  changes.apply(Text.of(text.split('\n'))).toString();

const before = 'const a  = 1\nconst   b = 2\n';
const after = 'const a = 1;\nconst b = 2;\n';

describe('the changes between two texts', () => {
  it('make one of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', ';', 'ü'), maxLength: 60 });
    fc.assert(fc.property(text, text, (one, other) => applied(one, changesBetween(one, other)) === other));
  });

  it('leave alone what is the same: a cursor in a name stays in it', () => {
    const changes = changesBetween(before, after);
    const place = before.indexOf('b = 2');
    expect(after.slice(changes.mapPos(place))).toMatch(/^b = 2;/);
  });

  it('are none where nothing differs', () => {
    expect(changesBetween(before, before).empty).toBe(true);
  });
});

describe('the changes over a text that others have gone on with', () => {
  it('keep what they have typed', () => {
    const now = before.replace('b = 2', 'bob = 2').concat('const c = 3;\n');
    expect(applied(now, changesOver(before, after, now))).toBe('const a = 1;\nconst bob = 2;\nconst c = 3;\n');
  });

  it('lose nothing of either, whatever they were', () => {
    const words = fc.array(fc.constantFrom('one', 'two', ' ', '  ', '\n'), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.nat(), (parts, place) => {
        const text = parts.join('');
        const tidy = parts.map((part) => (part === '  ' ? ' ' : part)).join('');
        const at = place % (text.length + 1);
        const now = `${text.slice(0, at)}TYPED${text.slice(at)}`;
        const merged = applied(now, changesOver(text, tidy, now));
        return merged.replace('TYPED', '') === tidy;
      }),
    );
  });
});
