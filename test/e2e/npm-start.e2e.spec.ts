import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { descendantsOf, untilGone } from '../support/child-processes.js';
import { testKit } from '../support/kit.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { builtProgram, type Program } from '../support/program.js';

const LIMIT_MS = 60_000;

let program: Program;
let database: TestDatabase;
let dataDir: string;
let project: string;
let npm: ReturnType<typeof npmStart> | undefined;

/** The real script of package.json behind the real npm; only its build is left out, which other tests would run into. */
beforeAll(async () => {
  [program, database] = await Promise.all([builtProgram(), testDatabase()]);
  dataDir = await mkdtemp(join(tmpdir(), 'firstlight-npm-'));
  project = await mkdtemp(join(dirname(dirname(dirname(program.main))), 'npm-'));
  const root = join(import.meta.dirname, '../..');
  const { scripts, ...pkg } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const start = scripts.start.replace('nest build --no-type-check', 'node --version');
  expect(start).not.toBe(scripts.start);
  await writeFile(join(project, 'package.json'), JSON.stringify({ ...pkg, scripts: { start } }));
  for (const name of ['src', 'prisma', 'examples', 'node_modules'])
    await symlink(join(root, name), join(project, name));
  await cp(dirname(program.main), join(project, 'dist'), { recursive: true });
}, LIMIT_MS);

afterEach(async () => {
  npm?.kill('SIGKILL');
  await npm;
});

afterAll(async () => {
  await Promise.all([
    database.close(),
    ...[dataDir, project].map((folder) => rm(folder, { recursive: true, force: true })),
  ]);
});

function npmStart(kit: string) {
  const env = { PORT: '0', PHONE_PORT: '0', DATA_DIR: dataDir, KIT_DIR: kit, DATABASE_URL: database.connectionString };
  return execa('npm', ['start'], { cwd: project, env, reject: false, all: true, stdin: 'ignore' });
}

/** Starts it, and waits until it listens. @returns its port, and every process below npm */
async function started(): Promise<{ port: number; pids: readonly number[] }> {
  const child = npmStart(await testKit());
  npm = child;
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    child.all.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, found] = /describe an app at http:\S+?:(\d+)/.exec(output) ?? [];
      if (found !== undefined) resolve(Number(found));
    });
    void child.then(() => reject(new Error(`npm start ended before it listened:\n${output}`)));
  });
  return { port, pids: await descendantsOf(child.pid ?? 0) };
}

describe('npm start, when npm alone', () => {
  it.each<NodeJS.Signals>(['SIGTERM', 'SIGKILL'])(
    'gets %s, ends with all that it started, and its port is free',
    async (signal) => {
      const { port, pids } = await started();
      expect(pids.length).toBeGreaterThan(0);
      npm?.kill(signal);
      await untilGone(pids);
      const server = createServer().listen(port, '127.0.0.1');
      await once(server, 'listening');
      server.close();
    },
    LIMIT_MS,
  );
});
