import { Injectable } from '@nestjs/common';
import { handle, type Handled } from '../commands/handle.js';
import { readProject } from '../commands/read-project.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import { FileChanged, FileNotFound, ProjectNotFound } from '../generation/errors.js';
import type { ProjectState, FileVersion } from '../generation/state.js';
import { Checkpoints } from './checkpoints.js';
import { FileGate } from './file-gate.port.js';

/** What a writer expects of the file: the version with this sha256, `any` version, or `none`. */
export type WriteCondition = { readonly sha256: string } | 'any' | 'none';

export interface Written {
  readonly file: FileVersion;
  readonly isNew: boolean;
}

/**
 * Reads and writes the files of a project as a whole. Open edits are written into the files first, so that there is only one
 * version of the truth.
 */
@Injectable()
export class ProjectFiles {
  constructor(
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    private readonly gate: FileGate,
    private readonly checkpoints: Checkpoints,
  ) {}

  /**
   * The current project, after writing the open edits in these files (default: all) as far as the gate accepts them.
   * @throws ProjectNotFound
   */
  async settled(projectId: string, paths?: readonly string[]): Promise<ProjectState> {
    await this.checkpoints.writeAll(projectId, paths);
    const project = await readProject(this.store, projectId);
    if (project.seq === 0) throw new ProjectNotFound(projectId);
    return project;
  }

  /** @throws ProjectNotFound, FileChanged, and what the gate refuses */
  async write(
    projectId: string,
    file: { readonly path: string; readonly content: Buffer },
    condition: WriteCondition,
    actor: string,
  ): Promise<Written> {
    const { path } = file;
    const before = (await this.settled(projectId, [path])).files[path];
    const expected = requireCondition(path, before, condition);
    const { content } = await this.gate.admit(asText(file));
    const [ref] = await this.blobs.put([Buffer.from(content)]);
    if (!ref) throw new Error('A blob store returns a ref for every content.');
    const change = { written: [{ path, ...ref }], removed: [], expected: { [path]: expected } };
    const { state } = await this.change(projectId, change, actor);
    const now = state.files[path];
    if (!now) throw new FileNotFound(projectId, path);
    return { file: now, isNew: before === undefined };
  }

  /** @throws ProjectNotFound, FileNotFound, FileChanged */
  async remove(projectId: string, path: string, condition: WriteCondition, actor: string): Promise<ProjectState> {
    const before = (await this.settled(projectId, [path])).files[path];
    if (!before && condition === 'any') throw new FileNotFound(projectId, path);
    const expected = requireCondition(path, before, condition);
    const change = { written: [], removed: [path], expected: { [path]: expected } };
    return (await this.change(projectId, change, actor)).state;
  }

  /** @throws ProjectNotFound, FileNotFound, FileChanged if `to` exists, and what the gate refuses */
  async rename(projectId: string, from: string, to: string, actor: string): Promise<Written> {
    const { files } = await this.settled(projectId, [from]);
    const file = files[from];
    if (!file) throw new FileNotFound(projectId, from);
    const [content = Buffer.alloc(0)] = await this.blobs.get([file.sha256]);
    // A picture with a new extension is re-encoded.
    const admitted = await this.gate.admit(asText({ path: to, content }));
    const [ref] = await this.blobs.put([Buffer.from(admitted.content)]);
    if (!ref) throw new Error('A blob store returns a ref for every content.');
    const { sha256 } = file;
    const change = {
      written: [{ path: to, ...ref }],
      removed: [from],
      renamed: { from, to },
      expected: { [from]: sha256, [to]: null },
    };
    const now = (await this.change(projectId, change, actor)).state.files[to];
    if (!now) throw new FileNotFound(projectId, to);
    return { file: now, isNew: true };
  }

  private change(
    projectId: string,
    change: Pick<
      Parameters<typeof handle>[2] & { type: 'ChangeFiles' },
      'written' | 'removed' | 'renamed' | 'expected'
    >,
    actor: string,
  ): Promise<Handled> {
    return handle(this.store, projectId, { type: 'ChangeFiles', ...change, authors: [actor] }, actor);
  }
}

/** @throws FileChanged */
function requireCondition(path: string, now: FileVersion | undefined, condition: WriteCondition): string | null {
  const sha256 = now?.sha256 ?? null;
  const holds =
    condition === 'any' ? now !== undefined : condition === 'none' ? !now : condition.sha256 === now?.sha256;
  if (!holds) throw new FileChanged(path, sha256);
  return sha256;
}

const SOURCE = /\.(?:tsx?|json)$/;

/** The gate expects sources as text. */
function asText({ path, content }: { path: string; content: Buffer }): { path: string; content: string | Buffer } {
  return { path, content: SOURCE.test(path) ? content.toString() : content };
}
