import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DOMAINS } from '../../src/blueprint/lexicon/domains.js';
import { planApp } from '../../src/blueprint/plan-app.js';
import { stagesOf } from '../support/generated-app.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';
import { HOSTILE_PROMPTS, VARIED_PROMPTS } from '../support/varied-prompts.js';

const TSCONFIG = {
  extends: 'expo/tsconfig.base',
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    skipLibCheck: true,
    types: [],
  },
  include: ['projects/**/*.ts', 'projects/**/*.tsx'],
};

describe('the TypeScript of generated apps', () => {
  let host: string;
  let kit: string;

  beforeAll(async () => {
    kit = await testKit();
    host = await mkdtemp(join(tmpdir(), 'blueprint-types-'));
    await symlink(join(kit, 'node_modules'), join(host, 'node_modules'));
    await writeFile(join(host, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(() => rm(host, { recursive: true, force: true }));

  it(
    'is strict and clean for every kind of app, at every stage, and for text that tries to break out',
    async () => {
      const finished = [
        ...DOMAINS.map(({ words: [word = ''] }) => word.replace('*', '')),
        ...VARIED_PROMPTS.slice(4, 9),
        ...HOSTILE_PROMPTS.slice(2, 5),
      ];
      for (const [index, prompt] of finished.entries())
        await write(`finished-${index}`, stagesOf(planApp({ prompt })).at(-1)?.files);
      for (const [index, { files }] of stagesOf(planApp({ prompt: VARIED_PROMPTS[0] ?? '' })).entries())
        await write(`stage-${index}`, files);

      expect(await typeErrors(kit, host)).toBe('');
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it(
    'is really checked: a wrong line is found',
    async () => {
      await write('wrong', new Map([['app/index.tsx', 'export const name: string = 1;\n']]));
      expect(await typeErrors(kit, host)).toMatch(/projects\/wrong\/app\/index\.tsx\(1,14\): error TS2322/);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  const write = async (project: string, files: ReadonlyMap<string, string> = new Map()): Promise<void> => {
    for (const [path, content] of files) {
      const target = join(host, 'projects', project, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  };
});

/** What the kit's own compiler says about the projects; empty when all is well. */
const typeErrors = (kit: string, host: string): Promise<string> =>
  new Promise((resolve) => {
    const compiler = join(kit, 'node_modules/typescript/bin/tsc');
    execFile(
      process.execPath,
      [compiler, '--noEmit', '--incremental', '--tsBuildInfoFile', join(host, 'checked'), '-p', host],
      (error, output) => {
        resolve(output || (error ? error.message : ''));
      },
    );
  });
