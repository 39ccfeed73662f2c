import { describe, expect, it } from '@jest/globals';
import { PhonePaths, splitPath } from './phone-paths.js';

const paths = new PhonePaths(Buffer.from('a key of the service'));

describe('a project’s address on the phone listener', () => {
  it('proves its label, and is the same each time', () => {
    const segment = paths.segmentOf('my-app');
    expect(segment).toMatch(/^my-app\.[A-Za-z0-9_-]{22}$/);
    expect(paths.segmentOf('my-app')).toBe(segment);
    expect(paths.labelOf(segment)).toBe('my-app');
  });

  it.each([
    ['nothing', ''],
    ['the label alone', 'my-app'],
    ['a proof of another label', paths.segmentOf('other').replace('other', 'my-app')],
    ['a proof by another key', new PhonePaths(Buffer.from('another key')).segmentOf('my-app')],
    ['a proof with a letter too few', paths.segmentOf('my-app').slice(0, -1)],
    ['a proof with more behind it', `${paths.segmentOf('my-app')}x`],
    ['a path', '../my-app'],
  ])('is not proved by %s', (_, segment) => {
    expect(paths.labelOf(segment)).toBeUndefined();
  });

  it.each([
    ['/a.b/projects/x?y=1', 'a.b', '/projects/x?y=1'],
    ['/a.b/', 'a.b', '/'],
    ['/a.b', 'a.b', '/'],
    ['/a.b?platform=ios', 'a.b', '/?platform=ios'],
    ['/', '', '/'],
  ])('is split from what follows: %s', (url, segment, rest) => {
    expect(splitPath(url)).toEqual({ segment, rest });
  });
});
