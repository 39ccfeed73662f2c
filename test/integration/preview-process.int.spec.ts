import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PreviewUnavailable } from '../../src/effects/preview-host/preview-host.port.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';
import { appFiles, screen, startPreviewSite, type PreviewSite } from '../support/preview-site.js';

const LONG_MS = 30_000;
/** The process is too large for its limit at every sweep; a test sweeps when it means to. */
const NEVER_MS = 24 * 3_600_000;

describe('the preview process', () => {
  let site: PreviewSite;
  const signal = AbortSignal.timeout(FIRST_PREVIEW_TIMEOUT_MS);

  beforeAll(async () => {
    site = await startPreviewSite({
      heartbeat: { everyMs: 250, misses: 40, longestBuild: 400 },
      maxRssBytes: 1,
      sweepMs: NEVER_MS,
    });
  }, FIRST_PREVIEW_TIMEOUT_MS);

  beforeEach(() => site.host.ready(), FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(() => site.stop());

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

  it(
    'is started anew when it is frozen, and says so while it is',
    async () => {
      const pid = processId(site);
      process.kill(pid, 'SIGSTOP');
      expect(await site.host.answers(100)).toBe(false);
      await untilReplaced(site, pid);
      expect(await isGone(pid)).toBe(true);
      expect(await site.host.answers(LONG_MS)).toBe(true);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it(
    'does not build again what has hung it until its files change; others go on',
    async () => {
      const troubles: string[] = [];
      site.host.onEvent((event) => {
        if (event.type === 'broken') troubles.push(event.message);
      });
      const pid = processId(site);
      await site.write('hangs', appFiles('Harmless'));
      await site.writeUnchecked('hangs', { path: 'assets/photo.png', content: endlessPicture() });
      await site.writeUnchecked('hangs', { path: 'app/index.tsx', content: SHOWS_PHOTO });
      await site.host.open('hangs');
      await expect(site.host.check('hangs', ['app/index.tsx'], signal)).rejects.toMatchObject({
        code: 'preview_broken',
        message: expect.stringContaining('Building hangs stopped the preview process'),
      });
      expect(processId(site)).not.toBe(pid);
      expect(troubles.join()).toContain('Building hangs stopped the preview process');
      await site.write('beside', appFiles('Beside'));
      await site.host.open('beside');
      await site.host.check('beside', ['app/index.tsx'], signal);
      await site.write('hangs', appFiles('Mended'));
      await site.host.check('hangs', ['app/index.tsx'], signal);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it('is replaced by a new one when it has grown too large', async () => {
    const pid = processId(site);
    await site.write('large', appFiles('Large'));
    await site.host.open('large');
    await site.host.sweep();
    await site.host.check('large', ['app/index.tsx'], signal);
    expect(processId(site)).not.toBe(pid);
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

const SHOWS_PHOTO = `import { Image } from 'react-native';
export default function Home() {
  return <Image source={require('../assets/photo.png')} />;
}
`;

/** An ICNS of 58 bytes whose first entry has no length: the bundler's own decoder never comes to its end. */
function endlessPicture(): Buffer {
  const picture = Buffer.alloc(58);
  picture.write('icns', 0);
  picture.writeUInt32BE(58, 4);
  picture.write('ic07', 8);
  return picture;
}

async function untilReplaced(site: PreviewSite, pid: number): Promise<void> {
  while (site.host.processId === pid) await sleep(50);
  await site.host.ready();
}

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
