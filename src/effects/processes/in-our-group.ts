import { join } from 'node:path';

import { packageRoot } from './package-root.js';

/** The command for {@link startOwned} that runs a program which is not Node's, so that it ends with this process as well. */
export function inOurGroup(program: string, args: readonly string[]): [string, ...string[]] {
  const runner = join(packageRoot(), 'src', 'effects', 'processes', 'run-in-group.cjs');
  return [process.execPath, runner, program, ...args];
}
