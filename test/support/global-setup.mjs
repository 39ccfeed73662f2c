/**
 * Builds the studio where it is older than its sources, and starts the keeper of the run's test server (database-server.ts). It makes the server only when a test asks, so that pure
 * tests wait for nothing, and it ends with this process, however that dies.
 */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildStudio } from '../../src/studio/build.mjs';

export default async function setUp() {
  await buildStudio();
  const folder = await mkdtemp(join(tmpdir(), 'fl-test-'));
  // Run by root, the server runs as another user, who must get in.
  await chmod(folder, 0o711);
  const program = join(import.meta.dirname, 'database-server.ts');
  const loader = join(import.meta.dirname, 'typescript.mjs');
  const keeper = spawn(process.execPath, ['--import', loader, program, folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  globalThis.databaseServerKeeper = keeper;
  process.env.FIRSTLIGHT_TEST_SERVER = join(folder, 'ask');
}
