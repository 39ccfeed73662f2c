import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService } from '../../src/create-service.js';
import { DataDirInUse, lockDataDir } from '../../src/data-dir-lock.js';
import { spawnFixture } from '../support/typescript-process.js';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fl-lock-'));
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('a data folder', () => {
  it.each(['', 'a'.repeat(120)])('is one service’s until that lets go of it, whatever its path (%#)', async (below) => {
    const folder = join(dataDir, below);
    const held = await lockDataDir(folder, () => 'process 12, at http://localhost:8000');
    const refused = lockDataDir(folder, () => '');
    await expect(refused).rejects.toThrow(DataDirInUse);
    await expect(refused).rejects.toThrow(/process 12, at http:\/\/localhost:8000.*DATA_DIR=.*DATABASE_URL/s);
    await held.release();
    await (await lockDataDir(folder, () => '')).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is had by one of several that start at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(dataDir, () => 'the first')));
    const held = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(held).toHaveLength(1);
    for (const lock of held) await lock.release();
  });

  it('is free at once when its service is killed, and taken while that is frozen', async () => {
    const holder = spawnFixture('data-dir-holder.ts', [dataDir], { detached: true });
    await once(holder.stdout ?? holder, 'data');
    await expect(lockDataDir(dataDir, () => '')).rejects.toThrow(`process ${holder.pid ?? 0}`);
    holder.kill('SIGSTOP');
    await expect(lockDataDir(dataDir, () => '')).rejects.toThrow('does not answer');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await lockDataDir(dataDir, () => '')).release();
  });

  it('that another service uses stops the start, before anything else is touched', async () => {
    const held = await lockDataDir(dataDir, () => 'process 12, at http://localhost:8000');
    await expect(createService({ DATA_DIR: dataDir, PORT: '0' })).rejects.toThrow(DataDirInUse);
    await held.release();
    expect(await readdir(dataDir)).toEqual([]);
  });
});
