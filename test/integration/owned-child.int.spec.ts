import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOwned } from '../../src/effects/processes/owned-child.js';
import { descendantsOf, isAlive, untilGone } from '../support/child-processes.js';
import { spawnFixture } from '../support/typescript-process.js';

const WITH_WORKER = join(import.meta.dirname, '../fixtures/child-with-worker.cjs');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstlight-child-'));
});

afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const start = (program: string, args: readonly string[]) =>
  startOwned(program, args, { cwd: folder, env: {}, pipes: 1 });

describe('a child of the service', () => {
  it.each([
    ['its exit code', ['--eval', 'process.exit(3)'], 'exit code 3'],
    ['the signal that ended it', ['--eval', "process.kill(process.pid, 'SIGKILL')"], 'signal SIGKILL'],
    ['that it has finished', ['--eval', ''], 'exit code 0'],
  ])('tells %s', async (_what, args, end) => {
    expect(await start(process.execPath, args).ended).toBe(end);
  });

  it('tells that it could not be started', async () => {
    const child = start(join(folder, 'no-such-program'), []);
    expect(await child.ended).toContain('ENOENT');
    await child.stop();
  });

  it('gets nothing of our environment but what it is given', async () => {
    await writeFile(join(folder, 'tell.cjs'), 'console.log(Object.keys(process.env).sort().join())');
    const child = start(process.execPath, [join(folder, 'tell.cjs')]);
    await child.ended;
    expect(child.output.lastLines(1)).toBe('NODE_OPTIONS');
  });

  it('never blocks on its output, and ends with all that it started', async () => {
    const child = start(process.execPath, [WITH_WORKER]);
    const pids = JSON.parse(String(await once(child.stdio[4] as NodeJS.ReadableStream, 'data'))) as number[];
    while (child.output.lastLines(1) !== 'last words') await sleep(10);
    expect(pids.map(isAlive)).toEqual([true, true]);
    await child.stop();
    await untilGone(pids);
    expect(await child.ended).toBe('signal SIGKILL');
  });
});

describe('a service that is killed', () => {
  it('leaves neither its child nor what that started', async () => {
    const service = spawnFixture('owning-process.ts', [WITH_WORKER]);
    const pids = JSON.parse(String(await once(service.stdout as NodeJS.ReadableStream, 'data'))) as number[];
    expect(pids.map(isAlive)).toEqual([true, true]);
    service.kill('SIGKILL');
    await untilGone(pids);
  });

  it('leaves no installer of the kit behind', async () => {
    // Takes connections and never answers, as a dead network does.
    const registry = createServer().listen(0, '127.0.0.1');
    await once(registry, 'listening');
    const { port } = registry.address() as AddressInfo;
    const env = {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${port}`,
      npm_config_cache: join(folder, 'npm'),
      BUN_INSTALL_CACHE_DIR: join(folder, 'bun'),
    };
    const service = spawnFixture('kit-installer.ts', [join(folder, 'kit')], { env });
    await once(registry, 'connection');
    const installer = await descendantsOf(service.pid ?? 0);
    expect(installer.length).toBeGreaterThan(0);
    service.kill('SIGKILL');
    await untilGone(installer);
    registry.close();
  });
});
