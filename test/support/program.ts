import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/firstlight');
const OLD_MS = 3_600_000;

/** The compiled program in a folder of its own, so that tests neither wait for nor disturb `dist/`. */
export interface Program {
  readonly main: string;
  readonly cli: string;
}

/** Compiles `src` (one to two seconds) where that has changed since it was compiled last; all tests share the result. */
export async function builtProgram(): Promise<Program> {
  const folder = join(CACHE, `program-${await versionOfSources()}`);
  if (!existsSync(folder)) await build(folder);
  return { main: join(folder, 'dist/main.js'), cli: join(folder, 'dist/cli/generate.js') };
}

/** Of the studio only what is built counts: that is made before the first test. */
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
  // What the program finds beside `dist`.
  for (const name of ['package.json', 'src', 'prisma', 'examples']) await symlink(join(ROOT, name), join(draft, name));
  const dist = join(draft, 'dist');
  const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  await execa(process.execPath, [swc, 'src', '--out-dir', dist, '--strip-leading-paths'], { cwd: ROOT });
  await cp(join(ROOT, 'src/blueprint'), join(dist, 'blueprint'), { recursive: true, filter: isNotCode });
  // Built before the first test.
  await cp(join(ROOT, 'dist/studio'), join(dist, 'studio'), { recursive: true });
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Another test file was first: its program is the same.
    if (!existsSync(folder)) throw error;
  });
}

/** Of sources that are no more; no test run takes as long. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    if (!name.startsWith('program-')) continue;
    const path = join(CACHE, name);
    // Undefined: another test file was first to remove it.
    const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - madeAt > OLD_MS) await rm(path, { recursive: true, force: true });
  }
}

/** As nest-cli.json copies them: the code of apps is text here. */
function isNotCode(path: string): boolean {
  return !path.endsWith('.ts') || path.startsWith(join(ROOT, 'src/blueprint/shared'));
}
