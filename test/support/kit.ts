import { join } from 'node:path';

import { installKit } from '../../src/effects/kit/install-kit.js';
import { packageRoot } from '../../src/effects/processes/package-root.js';

/** The preview kit for tests, installed once below node_modules/.cache and shared by all tests and later runs. */
export async function testKit(): Promise<string> {
  const kitDir = join(packageRoot(), 'node_modules', '.cache', 'firstlight', 'kit');
  await installKit({ kitDir, onStep: () => undefined });
  return kitDir;
}

/** Enough for the first test in a fresh clone, which installs the kit and fills the cache of Metro. */
export const FIRST_PREVIEW_TIMEOUT_MS = 240_000;
