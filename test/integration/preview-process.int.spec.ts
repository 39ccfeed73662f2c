import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PreviewUnavailable } from '../../src/effects/preview-host/preview-host.port.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';
import { appFiles, screen, startPreviewSite, type PreviewSite } from '../support/preview-site.js';

describe('the preview process', () => {
  let site: PreviewSite;
  const signal = AbortSignal.timeout(FIRST_PREVIEW_TIMEOUT_MS);

  beforeEach(async () => {
    site = await startPreviewSite();
    await site.host.ready();
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterEach(() => site.stop());

  it('comes back by itself when it is killed, with every project and what was written meanwhile', async () => {
    await site.write('survivor', appFiles('Still here'));
    await site.host.open('survivor');
    await site.host.check('survivor', ['app/index.tsx'], signal);
    const pid = processId(site);
    process.kill(pid, 'SIGKILL');
    await site.write('survivor', [{ path: 'app/later.tsx', content: screen('Written while it was down') }]);
    await site.host.check('survivor', ['app/index.tsx', 'app/later.tsx'], signal);
    expect(processId(site)).not.toBe(pid);
    expect(await isGone(pid)).toBe(true);
  });

  it('takes its workers with it when it is stopped, and cannot be asked for again', async () => {
    const pid = processId(site);
    await site.host.stop();
    expect(await isGone(pid)).toBe(true);
    await expect(site.host.ready()).rejects.toThrow(PreviewUnavailable);
  });
});

describe('a service that is killed', () => {
  it(
    'leaves no preview process behind',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'firstlight-'));
      const program = [
        '--import',
        './test/support/typescript.mjs',
        'test/fixtures/preview-service.ts',
        dataDir,
        await testKit(),
      ];
      const service = execa(process.execPath, program, {
        cwd: join(import.meta.dirname, '../..'),
        reject: false,
        buffer: false,
      });
      try {
        const [line] = (await once(service.stdout.setEncoding('utf8'), 'data')) as [string];
        const pid = Number(line);
        expect(isAlive(pid)).toBe(true);
        service.kill('SIGKILL');
        await service;
        expect(await isGone(pid)).toBe(true);
      } finally {
        service.kill('SIGKILL');
        await service;
        await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});

function processId(site: PreviewSite): number {
  const pid = site.host.processId;
  if (pid === undefined) throw new Error('The preview process is not up.');
  return pid;
}

/** Whether the process and its whole group have gone, or go within ten seconds. */
async function isGone(pid: number): Promise<boolean> {
  for (let waits = 0; waits < 200 && isAlive(-pid); waits += 1) await sleep(50);
  return !isAlive(-pid) && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // ESRCH: there is none
  }
}
