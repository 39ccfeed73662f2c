import { expect, it } from '@jest/globals';
import type { ApiOptions } from '../api-options.js';
import { DiskCheck, diskReport } from './disk-check.js';

const checkOf = (dataDir: string) => new DiskCheck({ dataDir } as ApiOptions);

it('a folder that can be written is reported with its room', async () => {
  const report = await checkOf(import.meta.dirname).check();
  expect(report).toEqual(diskReport(Number(report['free_mb'])));
  expect(report['free_mb']).toBeGreaterThan(0);
});

it('a folder that takes no file is degraded, with the reason', async () => {
  // A file in the place of the folder: not even root can write below it.
  expect(await checkOf(import.meta.filename).check()).toMatchObject({
    status: 'degraded',
    message: expect.stringMatching(/^DATA_DIR cannot be written to: .*ENOTDIR/),
  });
});

it('little room is degraded before it has run out', () => {
  expect(diskReport(200)).toEqual({ status: 'ok', free_mb: 200 });
  expect(diskReport(199)).toEqual({
    status: 'degraded',
    free_mb: 199,
    message: 'Only 199 MB are free in DATA_DIR: make room.',
  });
});
