import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { planApp } from '../../src/blueprint/plan-app.js';
import { wholeApp } from '../../src/blueprint/whole-app.js';
import { installPackages } from '../../src/effects/kit/install-packages.js';
import { readKitLock } from '../../src/effects/kit/kit-lock.js';
import { kitPackage } from '../../src/effects/kit/kit-package.js';
import { packageRoot } from '../../src/effects/processes/package-root.js';
import { BlobStore } from '../../src/event-store/blob-store.port.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { type ApiService, startApi } from '../integration/api-service.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { unzip } from '../support/unzip.js';

/** Metro keeps here what it has compiled of the kit, for later runs. */
const CACHE = join(packageRoot(), 'node_modules', '.cache', 'firstlight', 'export-cache');
const PROMPT = 'Create a recipe app called Saffron with favourites';

let api: ApiService;
let folder: string;

beforeAll(async () => {
  api = await startApi('download-app');
  folder = await mkdtemp(join(tmpdir(), 'firstlight-download-'));
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
  // What it knows of the folder's files is of no use to another folder.
  const others = (await readdir(CACHE)).filter((name) => name !== 'metro-cache');
  await Promise.all(others.map((name) => rm(join(CACHE, name), { recursive: true, force: true })));
});

/** A run of the blueprint, as far as its files go. */
async function appOf(projectId: string): Promise<void> {
  const plan = planApp({ prompt: PROMPT });
  const files = wholeApp(plan, [], { isFinished: true });
  const refs = await api.app.get<BlobStore>(BlobStore).put(files.map(({ content }) => Buffer.from(content)));
  const by = { run: 1, actor: 'driver' };
  const events: NewEvent[] = [
    { ...by, type: 'RunRequested', data: { prompt: PROMPT }, actor: 'anonymous' },
    { ...by, type: 'StageSucceeded', data: { stage: 'analyzing', output: { plan } } },
    ...files.map(({ path }, n) => ({ ...by, type: 'FileWritten', data: { path, ...refs[n], author: 'blueprint' } })),
    { ...by, type: 'RunCompleted', data: { app_name: plan.name, cost_usd: 0 } },
  ];
  await api.happened(projectId, events);
}

async function download(projectId: string): Promise<void> {
  for (const [path, content] of unzip(await api.bytes(`/api/v1/projects/${projectId}/download`))) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Exactly what previews run with: the app names the same versions, and the kit's lock file says what those need. */
async function install(): Promise<void> {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as object &
    ReturnType<typeof kitPackage>;
  expect({ dependencies, devDependencies }).toEqual(kitPackage());
  const { sourceDir, topLevelPackages } = await readKitLock();
  await writeFile(join(folder, 'package-lock.json'), await readFile(join(sourceDir, 'package-lock.json')));
  await installPackages({ folder, expected: topLevelPackages, onStep: () => undefined });
}

describe('a downloaded app', () => {
  it(
    'installs, and bundles for the web, as a project of its own',
    async () => {
      await appOf('saffron');
      await download('saffron');
      await install();
      const expo = join(folder, 'node_modules', 'expo', 'bin', 'cli');
      await mkdir(CACHE, { recursive: true });
      const env = { CI: '1', EXPO_OFFLINE: '1', EXPO_NO_TELEMETRY: '1', NODE_ENV: 'production', TMPDIR: CACHE };
      await execa(process.execPath, [expo, 'export', '-p', 'web'], { cwd: folder, env });

      const page = await readFile(join(folder, 'dist', 'index.html'), 'utf8');
      const scripts = await readdir(join(folder, 'dist', '_expo', 'static', 'js', 'web'));
      expect(scripts).toEqual([expect.stringMatching(/\.js$/)]);
      expect(page).toContain(scripts[0]);
      const code = await readFile(join(folder, 'dist', '_expo', 'static', 'js', 'web', scripts[0] ?? ''), 'utf8');
      for (const words of ['Saffron', 'Recipes', 'Favourites']) expect(code).toContain(words);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});
