import { describe, expect, it } from '@jest/globals';
import type { FileView } from '../state/project-state.js';
import { filtered, foldersOf, type TreeNode, treeOf } from './file-tree.js';

const fileAt = (path: string): FileView => ({
  ...{ path, author: 'blueprint', at: '2026-01-01T00:00:00Z' },
  ...{ bytes: 1, sha256: '', seq: 1 },
});

/** Indented names, as they are shown. */
function shown(nodes: readonly TreeNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.name}${node.kind === 'folder' ? '/' : ''}`,
    ...(node.kind === 'folder' ? shown(node.children, `${indent}  `) : []),
  ]);
}

describe('the file tree', () => {
  it('has folders before files, each level by name, numbers as numbers', () => {
    const paths = ['lib/store.ts', 'app/index.tsx', 'app/(tabs)/day10.tsx', 'app/(tabs)/Day9.tsx', 'app/_layout.tsx'];
    expect(shown(treeOf(paths.map(fileAt)))).toEqual([
      'app/',
      '  (tabs)/',
      '    Day9.tsx',
      '    day10.tsx',
      '  _layout.tsx',
      '  index.tsx',
      'lib/',
      '  store.ts',
    ]);
  });

  it('names folders by their whole path', () => {
    const [app] = treeOf([fileAt('app/a/b/c.tsx')]);
    const [a] = app?.kind === 'folder' ? app.children : [];
    expect(a?.path).toBe('app/a');
    expect(foldersOf('app/a/b/c.tsx')).toEqual(['app', 'app/a', 'app/a/b']);
  });

  it('keeps a file and a folder of the same name apart', () => {
    expect(shown(treeOf([fileAt('app/day'), fileAt('app/day/one.tsx')]))).toEqual([
      'app/',
      '  day/',
      '    one.tsx',
      '  day',
    ]);
  });

  it('is empty without files', () => {
    expect(treeOf([])).toEqual([]);
  });
});

describe('the filter', () => {
  const files = ['app/index.tsx', 'app/settings.tsx', 'lib/Settings-store.ts'].map(fileAt);
  const found = (filter: string) => filtered(files, filter).map(({ path }) => path);

  it.each([
    ['', ['app/index.tsx', 'app/settings.tsx', 'lib/Settings-store.ts']],
    ['  ', ['app/index.tsx', 'app/settings.tsx', 'lib/Settings-store.ts']],
    ['SETT', ['app/settings.tsx', 'lib/Settings-store.ts']],
    ['sett lib', ['lib/Settings-store.ts']],
    ['nothing', []],
  ])('%j leaves the files that have each of its words in their path', (filter, paths) => {
    expect(found(filter)).toEqual(paths);
  });
});
