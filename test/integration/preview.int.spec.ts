import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';

import { webBundlePath } from '../../src/effects/preview-host/requests/metro-path.js';
import { httpGet, type HttpAnswer } from '../../src/effects/preview-host/http-get.js';
import { PreviewBroken } from '../../src/effects/preview-host/preview-host.port.js';
import type { PreviewEvent } from '../../src/effects/preview-host/preview-watch.port.js';
import { checkFile } from '../../src/effects/workspace/gate/check-file.js';
import { FileRefused, type WorkspaceFile } from '../../src/effects/workspace/workspace.port.js';
import { HotSocket } from '../support/hot-socket.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { NESTED_CODE } from '../support/nested-code.js';
import { appFiles, screen, startPreviewSite, type PreviewSite } from '../support/preview-site.js';

describe('the preview of projects', () => {
  let site: PreviewSite;
  const signal = AbortSignal.timeout(FIRST_PREVIEW_TIMEOUT_MS);
  const get = (label: string, path: string, accept = '*/*'): Promise<HttpAnswer> =>
    httpGet(site.port, path, { host: `${label}.localhost:${site.port}`, accept, signal });
  const open = async (id: string, text: string): Promise<void> => {
    await site.write(id, appFiles(text));
    await site.host.open(id);
    await site.host.check(id, ['app/_layout.tsx', 'app/index.tsx', 'app/details/[id].tsx'], signal);
  };

  beforeAll(async () => {
    site = await startPreviewSite();
    await site.host.ready();
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(() => site.stop());

  it('serves each project its own screens, at an address made of its id', async () => {
    await Promise.all([open('one', 'Words of the first'), open('Two', 'Words of the second')]);
    const { web } = await site.host.open('one');
    expect(web).toBe(`http://one.localhost:${site.port}`);
    const label = new URL((await site.host.open('Two')).web).hostname.replace('.localhost', '');
    const first = (await get('one', webBundlePath('one'))).body.toString();
    const second = (await get(label, webBundlePath(label))).body.toString();
    expect(first).toContain('Words of the first');
    expect(first).not.toContain('Words of the second');
    expect(second).toContain('Words of the second');
    expect(second).not.toContain('Words of the first');
  });

  it('answers every route of the app with the page that loads its bundle', async () => {
    await open('routes', 'Routes');
    for (const path of ['/', '/details/3', '/details/john.doe?tab=1', '/nowhere']) {
      const page = await get('routes', path, 'text/html,*/*');
      expect(page).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
      expect(page.body.toString()).toContain(webBundlePath('routes').replaceAll('&', '&amp;'));
    }
  });

  it('builds the most deeply nested code that the gate lets pass, in every spelling', async () => {
    const deepest = Object.entries(NESTED_CODE).map(([kind, nested], at) => {
      const file = (levels: number) => ({
        path: `lib/${kind}.tsx`,
        content: `${nested(levels)}\nexport const n${at} = ${at};\n`,
      });
      return file(mostLevels((levels) => passes(file(levels))));
    });
    const imports = deepest.map(({ path }) => `import '../${path.replace('.tsx', '')}';`).join('\n');
    await site.write('deep', [
      ...appFiles('Deep'),
      ...deepest,
      { path: 'lib/all.ts', content: imports.replaceAll('../lib', '.') },
    ]);
    await site.write('deep', [{ path: 'app/index.tsx', content: `import '../lib/all';\n${screen('Deep')}` }]);
    await site.host.open('deep');
    await site.host.check('deep', ['app/index.tsx'], signal);
    const bundle = (await get('deep', webBundlePath('deep'))).body.toString();
    expect(deepest.filter((_, at) => !bundle.includes(`n${at} = ${at};`)).map(({ path }) => path)).toEqual([]);
  });

  it('serves the fonts of the kit from the disk: they wait for nothing that the process does', async () => {
    await open('icons', 'Icons');
    const bundle = (await get('icons', webBundlePath('icons'))).body.toString();
    const font = /\/assets\/\?unstable_path=[^"]*Ionicons[^"]*/.exec(bundle)?.[0];
    expect(font).toBeDefined();
    const pid = site.host.processId ?? 0;
    process.kill(pid, 'SIGSTOP');
    try {
      const answer = await get('icons', font ?? '');
      expect([answer.status, answer.contentType]).toEqual([200, 'font/ttf']);
      expect(answer.body.length).toBeGreaterThan(100_000);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  it('sends an edit to the open page’s socket and tells who listens', async () => {
    await open('hot', 'Before the edit');
    const events: PreviewEvent[] = [];
    const off = site.host.onEvent((event) => events.push(event));
    const hot = await HotSocket.open(site.port, 'hot');
    await site.write('hot', [{ path: 'app/index.tsx', content: screen('After the edit') }]);
    expect(await hot.next('update', (text) => text.includes('After the edit'))).toBe(true);
    await until(() => events.some((event) => event.type === 'updated' && event.label === 'hot'));
    off();
    await hot.close();
  });

  it('goes on where the page’s bundle ended, and tells a page that has missed a change', async () => {
    await open('late', 'Before');
    await get('late', `${webBundlePath('late')}&load=first`);
    await site.write('late', [{ path: 'app/index.tsx', content: screen('Changed while it loaded') }]);
    const inTime = await HotSocket.open(site.port, 'late', 'late', 'first');
    expect(await inTime.next('update', (text) => text.includes('Changed while it loaded'))).toBe(true);
    await inTime.close();

    await get('late', `${webBundlePath('late')}&load=second`);
    await site.write('late', [{ path: 'app/index.tsx', content: screen('Changed and taken by another') }]);
    await get('late', webBundlePath('late'));
    const behind = await HotSocket.open(site.port, 'late', 'late', 'second');
    expect(await behind.next('error', (text) => text.includes('NotFoundError'))).toBe(true);
    await behind.close();

    const ofAnotherProcess = await HotSocket.open(site.port, 'late', 'late', 'unheard-of');
    expect(await ofAnotherProcess.next('error', (text) => text.includes('NotFoundError'))).toBe(true);
    await ofAnotherProcess.close();
  });

  it('lets a page’s socket follow no other project', async () => {
    await open('mine', 'Mine');
    await open('theirs', 'Theirs');
    const spy = await HotSocket.open(site.port, 'mine', 'theirs');
    expect(await spy.closeCode).toBe(1008);
    expect(spy.messages).toEqual([]);
  });

  it('names file and line of code that does not compile, and heals', async () => {
    await open('sick', 'Healthy');
    await site.writeUnchecked('sick', {
      path: 'app/index.tsx',
      content: 'export default function Home() {\n  return <View>;\n}\n',
    });
    const error = await site.host.check('sick', [], signal).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PreviewBroken);
    expect(error).toMatchObject({ code: 'preview_broken', at: { file: 'app/index.tsx', line: expect.any(Number) } });
    await site.write('sick', [{ path: 'app/index.tsx', content: screen('Healthy again') }]);
    await site.host.check('sick', ['app/index.tsx'], signal);
  });

  it('names file and line of an import that leads nowhere', async () => {
    await site.write('lost', [
      ...appFiles('Lost'),
      {
        path: 'app/index.tsx',
        content: `import { x } from '../lib/nowhere';\n${screen('Lost')}\nexport const y = x;\n`,
      },
    ]);
    await site.host.open('lost');
    await expect(site.host.check('lost', [], signal)).rejects.toMatchObject({ at: { file: 'app/index.tsx', line: 1 } });
    await site.write('lost', [{ path: 'lib/nowhere.ts', content: 'export const x = 1;\n' }]);
    await site.host.check('lost', ['app/index.tsx', 'lib/nowhere.ts'], signal);
  });

  it('says when a file is in no bundle', async () => {
    await open('unused', 'Unused');
    await site.write('unused', [{ path: 'components/Lonely.tsx', content: screen('Lonely') }]);
    await expect(site.host.check('unused', ['components/Lonely.tsx'], signal)).rejects.toMatchObject({
      at: { file: 'components/Lonely.tsx' },
    });
  });

  it('forgets a removed route', async () => {
    await open('shrinks', 'Shrinks');
    await site.workspace.remove('shrinks', ['app/details/[id].tsx']);
    await site.host.changed('shrinks', { changed: [], removed: ['app/details/[id].tsx'] });
    await site.host.check('shrinks', ['app/index.tsx'], signal);
    await expect(site.host.check('shrinks', ['app/details/[id].tsx'], signal)).rejects.toThrow(PreviewBroken);
  });

  it('answers again after it was closed', async () => {
    await open('sleeper', 'Sleeps');
    await site.host.close('sleeper');
    await site.host.check('sleeper', ['app/index.tsx'], signal);
  });

  it('loses no file of many new projects with new folders', async () => {
    for (let round = 0; round < 6; round += 1) {
      const ids = Array.from({ length: 5 }, (_, n) => `new-${round}-${n}`);
      await Promise.all(
        ids.map(async (id) => {
          const files = [
            ...appFiles(id),
            { path: `app/(group-${round})/deep/er/page.tsx`, content: screen(`${id} deep`) },
            { path: `app/fresh-${round}/index.tsx`, content: screen(`${id} fresh`) },
          ];
          await site.write(id, files);
          await site.host.open(id);
          await site.host.check(
            id,
            files.map((file) => file.path),
            signal,
          );
        }),
      );
      await Promise.all(ids.map((id) => site.host.close(id)));
    }
  }, 120_000);

  it('refuses other projects, files of the machine and Metro’s tools', async () => {
    await open('guarded', 'Guarded');
    await open('secret', 'Secret words');
    const refused = [
      webBundlePath('secret'),
      '/projects/guarded/../secret/index.bundle?platform=web&dev=true',
      '/projects/guarded/%2e%2e/secret/index.bundle?platform=web&dev=true',
      '/projects/guarded/..%2fsecret/index.bundle?platform=web&dev=true',
      '/index.bundle?platform=web&dev=true',
      '/assets/?unstable_path=./projects/secret/assets/logo.png',
      '/assets/?unstable_path=../../../../etc/passwd',
      '/assets/../../etc/passwd',
      '/symbolicate',
      '/open-stack-frame',
      '/status',
      '/json/list',
      '/_expo/plugins',
      '/_expo/debugger',
      '/inspector/device',
      '/logs',
      '/%zz',
      'http://other/etc/passwd',
    ];
    for (const path of refused) {
      const answer = await get('guarded', path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body.toString()).not.toContain('Secret words');
    }
  });

  it('has a friendly page for a label that no project has', async () => {
    const page = await get('nobody', '/', 'text/html');
    expect(page.status).toBe(404);
    expect(page.body.toString()).toContain('No app here yet');
    expect((await get('_warm-up', '/', 'text/html')).status).toBe(404);
  });
});

async function until(isSo: () => boolean, timeoutMs = 10_000): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end && !isSo();) await sleep(10);
}

/** The deepest nesting that passes; at 300 none does (hostile-files.int.spec.ts). */
function mostLevels(passesAt: (levels: number) => boolean): number {
  let [passing, refused] = [1, 300];
  while (refused - passing > 1) {
    const middle = Math.floor((passing + refused) / 2);
    if (passesAt(middle)) passing = middle;
    else refused = middle;
  }
  return passing;
}

function passes(file: WorkspaceFile): boolean {
  try {
    checkFile(file);
    return true;
  } catch (error) {
    if (error instanceof FileRefused) return false;
    throw error;
  }
}
