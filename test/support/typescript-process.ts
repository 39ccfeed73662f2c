import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const LOADER = join(import.meta.dirname, 'typescript.mjs');
const FIXTURES = join(import.meta.dirname, '../fixtures');

/** Starts `test/fixtures/<program>` in a separate Node.js process. The test ends it. */
export function spawnFixture(program: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, ['--import', LOADER, join(FIXTURES, program), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options,
  });
}
