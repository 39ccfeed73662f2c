import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { execa } from 'execa';

const TSGO = join(import.meta.dirname, '../../node_modules/@typescript/native-preview/bin/tsgo');

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

/** Checks the TypeScript of many generated apps at once, with the types of the kit. */
export class TypeCheck {
  private readonly checked = new Map<string, string>();

  private constructor(private readonly host: string) {}

  /** `kit` is the folder of the preview kit. */
  static async open(kit: string): Promise<TypeCheck> {
    const host = await mkdtemp(join(tmpdir(), 'blueprint-types-'));
    await symlink(join(kit, 'node_modules'), join(host, 'node_modules'));
    await writeFile(join(host, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    return new TypeCheck(host);
  }

  /**
   * Writes an app. A file that was checked before is replaced by a re-export; `family` identifies apps of the same plan, which
   * have the same records.
   */
  async write(project: string, files: ReadonlyMap<string, string>, family = project): Promise<void> {
    for (const [path, content] of files) {
      const target = join(this.host, 'projects', project, path);
      const key = isOfNoPlan(path, content) ? `${path} ${withoutColours(content)}` : `${family} ${path} ${content}`;
      const known = this.checked.get(key);
      this.checked.set(key, known ?? target);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, known === undefined ? content : pointerTo(known, target, content));
    }
  }

  /** The errors in all apps written so far; empty if there are none. */
  async errors(): Promise<string> {
    const { stdout, exitCode, stderr } = await execa(process.execPath, [TSGO, '--noEmit', '-p', this.host], {
      reject: false,
    });
    return stdout || (exitCode === 0 ? '' : stderr);
  }

  async close(): Promise<void> {
    await rm(this.host, { recursive: true, force: true });
  }
}

/** Whether the file is a shared part whose types do not depend on the plan. Only colours differ between apps. */
function isOfNoPlan(path: string, content: string): boolean {
  const isShared = path.startsWith('components/') || /^lib\/(?:theme|dates|numbers|clock|navigation)\.ts$/.test(path);
  return isShared && !/from "[./]+\/(?:lib\/)?(?:kinds|records|model|cart|form-values|next-up|time-log)"/.test(content);
}

function withoutColours(content: string): string {
  return content.replaceAll(/#[0-9a-f]{6}\b/g, '#').replaceAll(/const SEED = \d+/g, 'const SEED');
}

function pointerTo(known: string, target: string, content: string): string {
  const from = JSON.stringify(relative(dirname(target), known).replace(/\.tsx?$/, ''));
  const named = `export * from ${from};\n`;
  return /^export default /m.test(content) ? `${named}export { default } from ${from};\n` : named;
}
