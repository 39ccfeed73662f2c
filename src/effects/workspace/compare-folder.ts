import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { APP_FOLDERS } from './app-path.js';
import type { FolderDifference, WorkspaceFile } from './workspace.port.js';

/** Compares the folder with what it should contain, by hash. Entry files and other files outside the app's folders do not count. */
export async function compareFolder(folder: string, files: readonly WorkspaceFile[]): Promise<FolderDifference> {
  const there = await hashesIn(folder);
  const wanted = new Map(files.map(({ path, content }) => [path, sha256(content)]));
  const paths = [...wanted.keys()].sort();
  return {
    missing: paths.filter((path) => !there.has(path)),
    changed: paths.filter((path) => there.has(path) && there.get(path) !== wanted.get(path)),
    extra: [...there.keys()].filter((path) => !wanted.has(path)).sort(),
  };
}

async function hashesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(APP_FOLDERS.map((name) => filesBelow(join(folder, name))));
  const hashes = await Promise.all(
    found.flat().map(async (file): Promise<[string, string][]> => {
      const content = await contentOf(file);
      return content ? [[relative(folder, file).split(sep).join('/'), sha256(content)]] : [];
    }),
  );
  return new Map(hashes.flat());
}

/** Undefined for one that somebody has removed since it was listed. */
async function contentOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  // A folder that is not there holds nothing; any other trouble shows when a file is written.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
