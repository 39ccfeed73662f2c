import type { FileView } from '../state/project-state.js';

export interface FolderNode {
  readonly kind: 'folder';
  readonly name: string;
  readonly path: string;
  readonly children: readonly TreeNode[];
}

export interface FileNode {
  readonly kind: 'file';
  readonly name: string;
  readonly path: string;
  readonly file: FileView;
}

export type TreeNode = FolderNode | FileNode;

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Files in their folders: folders first, each level by name. */
export function treeOf(files: readonly FileView[]): readonly TreeNode[] {
  return childrenOf(
    files.map((file) => ({ file, segments: file.path.split('/') })),
    '',
  );
}

/** The files whose path has every word of the filter in it, whatever the case. */
export function filtered(files: readonly FileView[], filter: string): readonly FileView[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return files;
  return files.filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)));
}

/** The folders above a file, outermost first. */
export function foldersOf(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

interface Placed {
  readonly file: FileView;
  /** Of its path, from this level down. */
  readonly segments: readonly string[];
}

function childrenOf(placed: readonly Placed[], parent: string): readonly TreeNode[] {
  const within = (name: string): string => (parent === '' ? name : `${parent}/${name}`);
  const folders = Map.groupBy(
    placed.filter(({ segments }) => segments.length > 1),
    ({ segments }) => segments[0] ?? '',
  );
  const folderNodes = [...folders].map(([name, inside]): FolderNode => {
    const below = inside.map(({ file, segments }) => ({ file, segments: segments.slice(1) }));
    return { kind: 'folder', name, path: within(name), children: childrenOf(below, within(name)) };
  });
  const fileNodes = placed
    .filter(({ segments }) => segments.length === 1)
    .map(({ file, segments }): FileNode => ({ kind: 'file', name: segments[0] ?? '', path: file.path, file }));
  return [...sorted(folderNodes), ...sorted(fileNodes)];
}

function sorted<Node extends TreeNode>(nodes: readonly Node[]): readonly Node[] {
  return nodes.toSorted((one, other) => byName.compare(one.name, other.name));
}
