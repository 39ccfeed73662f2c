import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { uncompiled } from '../processes/uncompiled.js';

const lockFile = z.object({ packages: z.record(z.string(), z.unknown()) });

/** The kit's list as the repository pins it. */
export interface KitLock {
  /** Folder of package.json, package-lock.json and the warm-up project. */
  readonly sourceDir: string;
  /** Changes with the lock file or the platform; the kit is then installed again. */
  readonly fingerprint: string;
  /** Packages that lie directly in node_modules, by name. */
  readonly topLevelPackages: readonly string[];
}

export async function readKitLock(): Promise<KitLock> {
  const sourceDir = uncompiled('kit', 'pinned');
  const text = await readFile(join(sourceDir, 'package-lock.json'), 'utf8');
  const { packages } = lockFile.parse(JSON.parse(text));
  const platform = `${process.platform}-${process.arch}`;
  return {
    sourceDir,
    fingerprint: createHash('sha256').update(`${platform}\n${text}`).digest('hex'),
    topLevelPackages: Object.keys(packages)
      .filter((path) => path.lastIndexOf('node_modules/') === 0)
      .map((path) => path.slice('node_modules/'.length)),
  };
}
