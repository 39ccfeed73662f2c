import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installKit } from '../../src/effects/kit/install-kit.js';
import type { PreparationStep } from '../../src/effects/kit/kit.port.js';
import { uncompiled } from '../../src/effects/processes/uncompiled.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';

const OFFLINE = {
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_fetch_retries: '0',
  npm_config_offline: 'false',
};

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly optional?: boolean }>>;
}

/** Name and version of every package in a folder of packages and in those of these. */
async function packagesBelow(nodeModules: string, scope = ''): Promise<ReadonlySet<string>> {
  const names = await readdir(join(nodeModules, scope)).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => {
        if (name.startsWith('@')) return [...(await packagesBelow(nodeModules, name))];
        const folder = join(nodeModules, scope, name);
        const inner = await packagesBelow(join(folder, 'node_modules'));
        const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
        return [`${scope && `${scope}/`}${name} ${version}`, ...inner];
      }),
  );
  return new Set(found.flat());
}

describe('the kit', () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'firstlight-'));
    environment = { ...process.env };
  });

  afterEach(async () => {
    for (const name of Object.keys(process.env)) if (!(name in environment)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, environment);
    await rm(folder, { recursive: true, force: true });
  });

  const goOffline = (): unknown =>
    Object.assign(process.env, OFFLINE, {
      npm_config_cache: join(folder, 'npm-cache'),
      BUN_INSTALL_CACHE_DIR: join(folder, 'bun-cache'),
    });

  it(
    'is there at once, and without npm, when it is installed',
    async () => {
      const kitDir = await testKit();
      goOffline();
      const steps: PreparationStep[] = [];
      await installKit({ kitDir, onStep: (step) => steps.push(step) });
      expect(steps).toEqual([]);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it(
    'holds the packages of the lock file in their versions, and no others',
    async () => {
      const installed = await packagesBelow(join(await testKit(), 'node_modules'));
      const { packages } = JSON.parse(
        await readFile(join(uncompiled('kit', 'pinned'), 'package-lock.json'), 'utf8'),
      ) as Lock;
      const pinned = Object.entries(packages).filter(([path]) => path !== '');
      const named = (entries: typeof pinned): readonly string[] =>
        entries.map(([path, { version }]) => `${path.split('node_modules/').at(-1)} ${version}`);
      const required = named(pinned.filter(([, { optional }]) => !optional));
      expect([...installed].filter((name) => !named(pinned).includes(name))).toEqual([]);
      expect(required.filter((name) => !installed.has(name))).toEqual([]);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it('says what npm said when it cannot be installed, and leaves nothing half done', async () => {
    goOffline();
    const kitDir = join(folder, 'data', 'kit');
    await mkdir(`${kitDir}.installing-1`, { recursive: true });
    await writeFile(join(`${kitDir}.installing-1`, 'left-by-a-crash'), '');
    const steps: PreparationStep[] = [];
    const failure = installKit({ kitDir, onStep: (step) => steps.push(step) });
    await expect(failure).rejects.toThrow(/check the network[\s\S]*127\.0\.0\.1:9/);
    await expect(failure).rejects.toMatchObject({ code: 'kit_install_failed' });
    expect(steps[0]?.message).toContain('Installing the preview kit');
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  });

  it('is installed by one of those who want it at once; when that one stops, the next goes on', async () => {
    const registry = createServer().listen(0, '127.0.0.1'); // takes connections and never answers
    await once(registry, 'listening');
    goOffline();
    process.env['npm_config_registry'] = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
    const kitDir = join(folder, 'kit');
    const begin = () => {
      const stopping = new AbortController();
      const steps: string[] = [];
      const heard = new EventEmitter();
      const onStep = ({ message }: PreparationStep): void => {
        steps.push(message);
        heard.emit('step');
      };
      const done = installKit({ kitDir, onStep, signal: stopping.signal }).catch((error: unknown) => String(error));
      const says = async (words: string): Promise<void> => {
        while (!steps.some((step) => step.includes(words))) await once(heard, 'step');
      };
      return { done, says, stop: () => stopping.abort(new Error('enough')) };
    };
    const first = begin();
    await first.says('Installing the preview kit');
    const second = begin();
    await second.says('Another process is installing');
    first.stop();
    await second.says('Installing the preview kit');
    second.stop();
    expect(await Promise.all([first.done, second.done])).toEqual(['Error: enough', 'Error: enough']);
    registry.close();
    expect(await readdir(folder)).not.toContain('kit');
  });

  it('stops installing when it is told to', async () => {
    goOffline();
    const controller = new AbortController();
    const onStep = (): void => controller.abort(new Error('enough'));
    await expect(installKit({ kitDir: join(folder, 'kit'), onStep, signal: controller.signal })).rejects.toThrow(
      'enough',
    );
    expect(await readdir(folder)).not.toContain('kit');
  });
});
