import { describe, expect, it } from '@jest/globals';

import { classesOf } from './word-classes.js';

describe('what a noun is a kind of', () => {
  it.each([
    ['tea', 'beverage'],
    ['briquette', 'artifact'],
    ['hiking sneaker', 'footwear'],
    ['supplier', 'person'],
    ['aa', 'rock'],
    ['zymosis', 'process'],
  ])('%j: %s', (noun, name) => {
    expect(classesOf(noun)).toContain(name);
  });

  it('goes from the nearest to the widest', () => {
    const classes = classesOf('pigeon');
    expect(classes.indexOf('bird')).toBeLessThan(classes.indexOf('animal'));
  });

  it.each([
    ['fossil', 'remains'],
    ['screw', 'device'],
    ['browser', 'software'],
  ])('%j is nobody: %s', (noun, name) => {
    const classes = classesOf(noun);
    expect(classes).toContain(name);
    expect(classes).not.toContain('person');
  });

  it.each([['form'], ['field'], ['qzxv'], ['']])('%j tells nothing', (noun) => {
    expect(classesOf(noun)).toEqual([]);
  });
});
