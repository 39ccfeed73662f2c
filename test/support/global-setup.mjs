/**
 * Builds the studio if it is older than its sources, and starts the process that keeps the test server of the run
 * (database-server.ts). The server starts only when a test asks for it, so pure tests wait for nothing, and it ends with this
 * process, however that ends.
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
  // If root runs the tests, the server runs as another user, who needs access.
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
