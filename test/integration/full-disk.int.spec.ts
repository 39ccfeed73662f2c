import { expect, it } from '@jest/globals';
import { execa } from 'execa';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

it('a disk that takes no more fails the stage with what to do, and leaves no half file', async () => {
  const hostDir = await mkdtemp(join(tmpdir(), 'firstlight-full-'));
  try {
    // A limit of 64 kB a file, which any user may set, stands for the disk.
    const node = [process.execPath, '--import', './test/support/typescript.mjs', 'test/fixtures/writing-process.ts'];
    const limited = ['-c', 'ulimit -f 128; exec "$@"', 'sh', ...node, hostDir];
    const { stdout } = await execa('sh', limited, { cwd: ROOT });
    expect(JSON.parse(stdout)).toEqual({
      code: 'EFBIG',
      reason: expect.stringMatching(/^Failed to generate the base code: The file is larger than .*\(EFBIG: /),
    });
    const left = await readdir(hostDir, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['index.tsx']);
  } finally {
    await rm(hostDir, { recursive: true, force: true });
  }
});
