import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/firstlight');
const OLD_MS = 3_600_000;

/** The program, compiled to its own folder, so that tests neither wait for nor change `dist/`. */
export interface Program {
  readonly main: string;
  readonly cli: string;
}

/** Compiles `src` (one to two seconds) if it has changed since the last time. All tests share the result. */
export async function builtProgram(): Promise<Program> {
  const folder = join(CACHE, `program-${await versionOfSources()}`);
  if (!existsSync(folder)) await build(folder);
  return { main: join(folder, 'dist/main.js'), cli: join(folder, 'dist/cli/generate.js') };
}

/** Of the studio, only the build counts; it is built before the first test. */
async function versionOfSources(): Promise<string> {
  const files = await readdir(join(ROOT, 'src'), { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const versions = await Promise.all(
    [...paths, join(ROOT, 'dist/studio/index.html')].map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(versions.sort().join('\n')).digest('hex').slice(0, 16);
}

async function build(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  await removeOld();
  const draft = await mkdtemp(join(CACHE, 'program-draft-'));
  // What the program expects beside `dist`.
  for (const name of ['package.json', 'src', 'prisma', 'examples']) await symlink(join(ROOT, name), join(draft, name));
  const dist = join(draft, 'dist');
  const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  await execa(process.execPath, [swc, 'src', '--out-dir', dist, '--strip-leading-paths'], { cwd: ROOT });
  await cp(join(ROOT, 'src/blueprint'), join(dist, 'blueprint'), { recursive: true, filter: isNotCode });
  await cp(join(ROOT, 'dist/studio'), join(dist, 'studio'), { recursive: true });
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Another test file was faster; its program is the same.
    if (!existsSync(folder)) throw error;
  });
}

/** Removes programs of older sources. No test run takes as long as OLD_MS. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    if (!name.startsWith('program-')) continue;
    const path = join(CACHE, name);
    // Undefined if another test file has removed it first.
    const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - madeAt > OLD_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Matches what nest-cli.json copies: the code of apps is text here. */
function isNotCode(path: string): boolean {
  return !path.endsWith('.ts') || path.startsWith(join(ROOT, 'src/blueprint/shared'));
}
