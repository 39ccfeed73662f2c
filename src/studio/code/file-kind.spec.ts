import { describe, expect, it } from '@jest/globals';
import { extensionOf, kindOf, starterOf } from './file-kind.js';

describe('the kind of a file', () => {
  it.each([
    ['app/index.tsx', 'code'],
    ['lib/data.JSON', 'code'],
    ['assets/icon.png', 'picture'],
    ['assets/mark.svg', 'picture'],
    ['assets/inter.ttf', 'font'],
    ['assets/README', 'other'],
    ['a.tsx/b', 'other'],
  ])('of %s is %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  it('follows the last extension', () => {
    expect(extensionOf('lib/a.test.ts')).toBe('ts');
  });
});

describe('what a new file begins with', () => {
  it.each([
    ['app/my-day.tsx', 'export default function MyDay()'],
    ['app/day/[id].tsx', 'export default function Id()'],
    ['app/404.tsx', 'export default function Screen()'],
    ['lib/sums.ts', 'export {};'],
    ['lib/cities.json', '{}'],
  ])('%s: %s', (path, text) => {
    expect(starterOf(path)).toContain(text);
  });
});
