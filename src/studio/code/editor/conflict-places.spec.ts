import { describe, expect, it } from '@jest/globals';
import { placesIn } from './conflict-places.js';

const mine = 'one\ntwo of ann\nthree\nfour\nfive\n';
const theirs = 'one\ntwo of a model\nthree\nfour\nfive\n';

describe('the places of a conflict', () => {
  it('are the lines that differ, with the other’s', () => {
    const [place, ...more] = placesIn(mine, { mine, theirs });
    expect(more).toEqual([]);
    expect(mine.slice(place?.from, place?.to)).toBe('two of ann');
    expect(place?.theirs).toBe('two of a model');
  });

  it('move with what is typed above them and in them', () => {
    const now = `zero\n${mine.replace('ann', 'ann Miller')}`;
    const [place] = placesIn(now, { mine, theirs });
    expect(now.slice(place?.from, place?.to)).toBe('two of ann Miller');
  });

  it('have no lines of their own where the other only adds some', () => {
    const [place] = placesIn(mine, { mine, theirs: mine.replace('four\n', 'four\nfour and a half\n') });
    expect(place).toEqual({ from: mine.indexOf('five'), to: mine.indexOf('five'), theirs: 'four and a half' });
  });

  it('have none of the other’s where it only takes some away', () => {
    const [place] = placesIn(mine, { mine, theirs: mine.replace('four\n', '') });
    expect(mine.slice(place?.from, place?.to)).toBe('four');
    expect(place?.theirs).toBe('');
  });

  it('are found at the end of a text without a last line’s end', () => {
    const [place] = placesIn('a\nb', { mine: 'a\nb', theirs: 'a\nc' });
    expect(place).toEqual({ from: 2, to: 3, theirs: 'c' });
  });
});
