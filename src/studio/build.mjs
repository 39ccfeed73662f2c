/** Builds the studio where what it is made of is newer than what is built: `node src/studio/build.mjs`, part of `npm start`. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const SOURCES = ['src/studio', 'src/client', 'src/contract'];
const FILES = ['vite.config.ts', 'package-lock.json'];

export async function buildStudio() {
  const built = changedAt(join(ROOT, 'dist/studio/index.html'));
  const newest = Math.max(...SOURCES.map(newestIn), ...FILES.map((file) => changedAt(join(ROOT, file))));
  if (built > newest) return;
  // Whoever builds it, a test too, builds what people get.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'vite.config.ts'), root: join(ROOT, 'src/studio') });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}

function newestIn(folder) {
  const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return Math.max(...files.filter((file) => file.isFile()).map((file) => changedAt(join(file.parentPath, file.name))));
}

/** In milliseconds; 0 where there is none. */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await buildStudio();
