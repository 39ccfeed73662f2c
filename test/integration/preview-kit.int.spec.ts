import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installKit } from '../../src/effects/preview-host/install-kit.js';
import type { PreparationStep } from '../../src/effects/preview-host/preview-host.port.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';

const OFFLINE = {
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_fetch_retries: '0',
  npm_config_offline: 'false',
};

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

  const goOffline = (): unknown => Object.assign(process.env, OFFLINE, { npm_config_cache: join(folder, 'npm-cache') });

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
