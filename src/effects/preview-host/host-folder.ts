import { cp, lstat, mkdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { writeEntryFiles } from './entry-files.js';
import { uncompiled } from '../processes/uncompiled.js';
import type { PreviewPaths } from './preview-paths.js';

/** The project that is bundled at every start: it warms the caches and proves the hooks. No label can have this name. */
export const WARM_UP_PROJECT = '_warm-up';

/** A project that imports everything an app may import; built later, see later/later-warm-up.ts. */
export const WARM_UP_ALL_PROJECT = '_warm-up-all';

/** Writes the Expo app that hosts all projects; projects that are there stay. */
export async function writeHostFolder({ hostDir, projectsDir, kitDir, cacheDir }: PreviewPaths): Promise<void> {
  await mkdir(projectsDir, { recursive: true });
  await mkdir(join(cacheDir, 'tmp'), { recursive: true });
  for (const [name, content] of Object.entries(hostFiles())) await writeFile(join(hostDir, name), content);
  await linkNodeModules(join(hostDir, 'node_modules'), resolve(kitDir, 'node_modules'));
  await writeOwnProject(projectsDir, WARM_UP_PROJECT, 'warm-up');
  await writeOwnProject(projectsDir, WARM_UP_ALL_PROJECT, 'warm-up-all');
}

async function writeOwnProject(projectsDir: string, name: string, source: string): Promise<void> {
  await cp(uncompiled('preview-host', source), join(projectsDir, name), { recursive: true });
  await writeEntryFiles(join(projectsDir, name));
}

function hostFiles(): Record<string, string> {
  const app = {
    name: 'Firstlight preview',
    slug: 'firstlight-preview',
    version: '1.0.0',
    scheme: 'firstlight',
    orientation: 'portrait',
    userInterfaceStyle: 'automatic',
    sdkVersion: '54.0.0',
    platforms: ['ios', 'android', 'web'],
    web: { bundler: 'metro', output: 'single' },
    plugins: ['expo-router'],
  };
  const metroConfig = uncompiled('preview-host', join('metro', 'config.cjs'));
  return {
    'package.json': json({ name: 'firstlight-preview', version: '1.0.0', private: true, main: 'index.js' }),
    'app.json': json({ expo: app }),
    'tsconfig.json': json({
      extends: 'expo/tsconfig.base',
      compilerOptions: { strict: true },
      include: ['**/*.ts', '**/*.tsx'],
    }),
    'index.js': `import './projects/${WARM_UP_PROJECT}/index';\n`,
    'metro.config.js': `module.exports = require(${JSON.stringify(metroConfig)})(__dirname);\n`,
  };
}

/** The kit stays outside of the folder that Metro crawls: the start takes 0.9 s instead of 8 to 12. */
async function linkNodeModules(link: string, target: string): Promise<void> {
  const current = await lstat(link).catch(() => undefined);
  if (current?.isSymbolicLink() === true && resolve(await readlink(link)) === target) return;
  await rm(link, { recursive: true, force: true });
  await symlink(target, link, 'junction');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
