import { access } from 'node:fs/promises';
import { join } from 'node:path';

import type { InstallOptions } from './install-packages.js';

const STEP_INTERVAL_MS = 1000;

/** Says once a second how far an installation is. @returns how to stop that */
export function reportProgress(
  { folder, expected, onStep }: Pick<InstallOptions, 'folder' | 'expected' | 'onStep'>,
  aboutSeconds: number,
): () => void {
  const startedAt = performance.now();
  let isOver = false;
  const report = async (): Promise<void> => {
    const found = await Promise.all(
      expected.map((name) => isThere(join(folder, 'node_modules', name, 'package.json'))),
    );
    if (isOver) return;
    const count = found.filter(Boolean).length;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    onStep({
      message: `Installing the preview kit (first time only, about ${aboutSeconds} s): ${count} of ${expected.length} packages, ${seconds} s`,
      progress: count / expected.length,
    });
  };
  void report();
  const timer = setInterval(() => void report(), STEP_INTERVAL_MS);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
