import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

import { requireAppPath } from './app-path.js';
import { compareFolder } from './compare-folder.js';
import type { Gate } from './gate/gate.js';
import { KeyedTurns } from './keyed-turns.js';
import { isPreviewLabel, pastOfLabel, previewLabel } from './preview-label.js';
import {
  type AdmittedFile,
  PathRefused,
  RebuildFailed,
  type Rebuilt,
  type RebuildTarget,
  Workspace,
  type WorkspaceFile,
} from './workspace.port.js';

/** Projects as folders below `<hostDir>/projects/<label>`; staged files wait in `<hostDir>/staging`, out of Metro's sight. */
export class FolderWorkspace extends Workspace {
  readonly #projectsDir: string;
  readonly #stagingDir: string;
  readonly #rebuilds = new KeyedTurns();

  constructor(
    hostDir: string,
    private readonly gate: Gate,
  ) {
    super();
    this.#projectsDir = join(hostDir, 'projects');
    this.#stagingDir = join(hostDir, 'staging');
  }

  warm(): void {
    this.gate.warm();
  }

  admit(files: readonly WorkspaceFile[]): Promise<readonly AdmittedFile[]> {
    return this.gate.admit(files);
  }

  async create(projectId: string): Promise<void> {
    await mkdir(this.#folderOf(projectId), { recursive: true });
  }

  async write(projectId: string, files: readonly WorkspaceFile[]): Promise<readonly string[]> {
    const admitted = await this.admit(files);
    await this.#makeFolders(projectId, admitted);
    return this.#each(admitted, (file) => this.#replace(projectId, file));
  }

  async seed(projectId: string, files: readonly WorkspaceFile[]): Promise<readonly string[]> {
    const admitted = await this.admit(files);
    await this.#makeFolders(projectId, admitted);
    return this.#each(admitted, (file) => this.#place(projectId, file));
  }

  async discard(projectId: string): Promise<void> {
    await rm(this.#folderOf(projectId), { recursive: true, force: true });
  }

  async pastVersions(projectId: string): Promise<readonly string[]> {
    await mkdir(this.#projectsDir, { recursive: true });
    return (await readdir(this.#projectsDir)).flatMap((folder) => {
      const id = `${projectId}@${pastOfLabel(folder)?.seq}`;
      return previewLabel(id) === folder ? [id] : [];
    });
  }

  async sweep(isKept: (label: string) => Promise<boolean>): Promise<readonly string[]> {
    await rm(this.#stagingDir, { recursive: true, force: true });
    await mkdir(this.#projectsDir, { recursive: true });
    const swept: string[] = [];
    for (const folder of await readdir(this.#projectsDir)) {
      // The host's own has no label, so it cannot be kept as a project's is.
      if (!isPreviewLabel(folder) || (await isKept(folder))) continue;
      await rm(join(this.#projectsDir, folder), { recursive: true, force: true });
      swept.push(folder);
    }
    return swept;
  }

  async remove(projectId: string, paths: readonly string[]): Promise<void> {
    for (const path of paths) requireAppPath(path);
    for (const path of paths) {
      const target = join(this.#folderOf(projectId), path);
      if ((await currentContent(target)) === undefined) continue;
      await this.#requireNoSymlink(target, path);
      await rm(target, { force: true });
    }
  }

  async rebuild(projectId: string, files: readonly WorkspaceFile[], target: RebuildTarget = {}): Promise<Rebuilt> {
    for (const { path } of files) requireAppPath(path);
    const folder = target.folder === undefined ? this.#folderOf(projectId) : resolve(target.folder);
    // Two at once would remove what the other is about to read.
    return this.#rebuilds.inTurn(folder, () => this.#rebuild(projectId, files, { target, folder }));
  }

  async #rebuild(
    projectId: string,
    files: readonly WorkspaceFile[],
    { target, folder }: { target: RebuildTarget; folder: string },
  ): Promise<Rebuilt> {
    const before = await compareFolder(folder, files);
    const wrong = new Set([...before.missing, ...before.changed]);
    if (target.folder === undefined) await this.#makeFolders(projectId, files);
    const write = (file: WorkspaceFile): Promise<unknown> =>
      target.folder === undefined ? this.#replace(projectId, file) : writeInto(folder, file);
    await Promise.all(files.filter(({ path }) => wrong.has(path)).map(write));
    if (!target.keepsOthers) for (const path of before.extra) await rm(join(folder, path), { force: true });
    const after = await compareFolder(folder, files);
    const still = [...after.missing, ...after.changed, ...(target.keepsOthers ? [] : after.extra)];
    if (still.length > 0) throw new RebuildFailed(folder, still);
    return { folder, ...before };
  }

  #folderOf(projectId: string): string {
    return join(this.#projectsDir, previewLabel(projectId));
  }

  /** The paths of those that `write` wrote. */
  async #each(
    files: readonly WorkspaceFile[],
    write: (file: WorkspaceFile) => Promise<boolean>,
  ): Promise<readonly string[]> {
    const lastOfEach = [...new Map(files.map((file) => [file.path, file])).values()];
    const isWritten = await Promise.all(lastOfEach.map(write));
    return lastOfEach.filter((_, index) => isWritten[index]).map(({ path }) => path);
  }

  async #replace(projectId: string, { path, content }: WorkspaceFile): Promise<boolean> {
    const target = join(this.#folderOf(projectId), path);
    const bytes = Buffer.from(content);
    if ((await currentContent(target))?.equals(bytes) === true) return false;
    await this.#staged(bytes, (staged) => rename(staged, target));
    return true;
  }

  /** A link cannot replace a file, so the first writer is never overwritten. */
  async #place(projectId: string, { path, content }: WorkspaceFile): Promise<boolean> {
    const target = join(this.#folderOf(projectId), path);
    try {
      await this.#staged(Buffer.from(content), async (staged) => {
        await link(staged, target);
        await rm(staged);
      });
      return true;
    } catch (error) {
      if (isSystemError(error, 'EEXIST')) return false;
      throw error;
    }
  }

  /** Those that the files go into, and the one where they are staged. */
  async #makeFolders(projectId: string, files: readonly WorkspaceFile[]): Promise<void> {
    const oneOfEach = new Map(files.map(({ path }) => [dirname(path), path]));
    const make = async (path: string): Promise<void> => {
      const target = join(this.#folderOf(projectId), path);
      await mkdir(dirname(target), { recursive: true });
      await this.#requireNoSymlink(target, path);
    };
    await Promise.all([mkdir(this.#stagingDir, { recursive: true }), ...[...oneOfEach.values()].map(make)]);
  }

  /** @param use takes the staged file away */
  async #staged(bytes: Buffer, use: (staged: string) => Promise<void>): Promise<void> {
    const staged = join(this.#stagingDir, randomUUID());
    try {
      await writeFile(staged, bytes);
      await use(staged);
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
  }

  /** A link among the folders would let a file land elsewhere; the file itself is replaced by the rename, link or not. */
  async #requireNoSymlink(target: string, path: string): Promise<void> {
    const folder = relative(this.#projectsDir, dirname(target));
    if ((await realpath(dirname(target))) !== join(await realpath(this.#projectsDir), folder)) {
      throw new PathRefused(path, 'one of its folders is a symbolic link');
    }
  }
}

/** Into a folder that nobody reads yet. */
async function writeInto(folder: string, { path, content }: WorkspaceFile): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

/** The file's content; undefined if there is no file, or it is a symbolic link. */
async function currentContent(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file, { flag: constants.O_RDONLY | constants.O_NOFOLLOW });
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ELOOP')) return undefined;
    throw error;
  }
}

function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}
