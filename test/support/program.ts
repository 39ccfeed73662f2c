import { execa } from 'execa';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/firstlight');

/** The compiled program in a folder of its own, so that tests neither wait for nor disturb `dist/`. */
export interface Program {
  readonly main: string;
  readonly cli: string;
  /** Removes it. */
  close(): Promise<void>;
}

/** Compiles `src` (one to two seconds). Close it in `afterAll`. */
export async function buildProgram(): Promise<Program> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'program-'));
  // What the program finds beside `dist`.
  for (const name of ['package.json', 'src', 'prisma', 'examples']) {
    await symlink(join(ROOT, name), join(folder, name));
  }
  const dist = join(folder, 'dist');
  const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  await execa(process.execPath, [swc, 'src', '--out-dir', dist, '--strip-leading-paths'], { cwd: ROOT });
  await cp(join(ROOT, 'src/blueprint'), join(dist, 'blueprint'), { recursive: true, filter: isNotCode });
  // Built before the first test.
  await cp(join(ROOT, 'dist/studio'), join(dist, 'studio'), { recursive: true });
  return {
    main: join(dist, 'main.js'),
    cli: join(dist, 'cli/generate.js'),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** As nest-cli.json copies them: the code of apps is text here. */
function isNotCode(path: string): boolean {
  return !path.endsWith('.ts') || path.startsWith(join(ROOT, 'src/blueprint/shared'));
}
