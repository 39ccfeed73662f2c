import { describe, expect, it } from '@jest/globals';
import { MAX_TABS, neighbourOf, tabNames, tabsFrom, withoutTab, withRenamed, withTab } from './open-tabs.js';

describe('open tabs', () => {
  it('have each file once, new ones at the end', () => {
    expect(withTab(withTab(['a'], 'b'), 'a')).toEqual(['a', 'b']);
  });

  it('give up the one that was not looked at for longest where they are too many', () => {
    const full = Array.from({ length: MAX_TABS }, (_, n) => `f${n}`);
    const recent = full.filter((path) => path !== 'f3');
    expect(withTab(full, 'new', recent)).toEqual([...full.filter((path) => path !== 'f3'), 'new']);
  });

  it('bring the right neighbour to the front, else the left one', () => {
    expect(neighbourOf(['a', 'b', 'c'], 'b')).toBe('c');
    expect(neighbourOf(['a', 'b', 'c'], 'c')).toBe('b');
    expect(neighbourOf(['a'], 'a')).toBeUndefined();
    expect(neighbourOf(['a'], 'x')).toBeUndefined();
  });

  it('follow a renamed file', () => {
    expect(withRenamed(['a', 'b', 'c'], 'b', 'd')).toEqual(['a', 'd', 'c']);
    expect(withRenamed(['a', 'b'], 'a', 'b')).toEqual(['b']);
    expect(withRenamed(['a'], 'x', 'y')).toEqual(['a']);
  });

  it('close', () => {
    expect(withoutTab(['a', 'b'], 'a')).toEqual(['b']);
  });

  it.each([
    [null, []],
    ['', []],
    ['{"a":1}', []],
    ['["app/a.tsx",7]', ['app/a.tsx']],
  ])('come back from what was kept: %j', (kept, tabs) => {
    expect(tabsFrom(kept)).toEqual(tabs);
  });

  it('are named by the file, and by its folders where two are alike', () => {
    const tabs = ['app/index.tsx', 'app/day/index.tsx', 'lib/store.ts'];
    expect([...tabNames(tabs).values()]).toEqual(['app/index.tsx', 'day/index.tsx', 'store.ts']);
  });
});
