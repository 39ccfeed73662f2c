import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { readProject, readProjectAt } from '../commands/read-project.js';
import { RebuildProjectCommand, type RebuildOutcome, RunUnderWay, SeqUnknown } from '../commands/rebuild-project.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import type { ProjectState } from '../generation/state.js';
import { ProjectRestorer } from '../stages/project-restorer.js';
import { contentsOf } from './project-contents.js';

/** Where folders of earlier seqs are rebuilt. */
export abstract class ProjectFoldersOptions {
  abstract readonly rebuiltDir: string;
}

/** The projects' folders as a projection of the log: rebuilt at any seq. */
@Injectable()
export class ProjectFolders {
  constructor(
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    @Inject(ProjectRestorer)
    private readonly restorer: Pick<ProjectRestorer, 'restore' | 'export'>,
    @Inject(ProjectFoldersOptions) private readonly options: ProjectFoldersOptions,
  ) {}

  /**
   * Rebuilds the project's own folder at the head, or else a separate one: `folder`, or `<project>@<seq>` among the rebuilt ones.
   * @throws SeqUnknown, RunUnderWay, RebuildFailed
   */
  async rebuild(projectId: string, seq?: number, folder?: string): Promise<RebuildOutcome> {
    const state = await this.stateAt(projectId, seq);
    const files = await contentsOf(state, this.blobs);
    const isApart = seq !== undefined || folder !== undefined;
    if (!isApart && state.run?.status === 'active') throw new RunUnderWay(projectId);
    if (state.seq === 0) throw new SeqUnknown(projectId, seq ?? 1, 0);
    const apart = folder ?? join(this.options.rebuiltDir, `${projectId}@${state.seq}`);
    const rebuilt = isApart
      ? await this.restorer.export(projectId, files, { folder: apart, keepsOthers: folder !== undefined })
      : await this.restorer.restore(projectId, files, { keepsOthers: false });
    return { seq: state.seq, files: files.length, ...rebuilt };
  }

  /** Rebuilds the folder of a project whose preview was published; false if it has none (yet). */
  async bringBack(projectId: string): Promise<boolean> {
    const state = await this.stateAt(projectId);
    const isShown = state.run !== undefined && (state.run.status !== 'active' || state.run.isPreviewPublished);
    if (!isShown || Object.keys(state.files).length === 0) return false;
    await this.restorer.restore(projectId, await contentsOf(state, this.blobs), { keepsOthers: true });
    return true;
  }

  private async stateAt(projectId: string, seq?: number): Promise<ProjectState> {
    if (seq === undefined) return readProject(this.store, projectId);
    const state = await readProjectAt(this.store, projectId, seq);
    if (seq < 1 || state.seq !== seq) {
      throw new SeqUnknown(projectId, seq, await this.store.headSeq(projectId));
    }
    return state;
  }
}

@CommandHandler(RebuildProjectCommand)
export class RebuildProjectHandler implements ICommandHandler<RebuildProjectCommand> {
  constructor(private readonly folders: ProjectFolders) {}

  execute({ projectId, seq }: RebuildProjectCommand): Promise<RebuildOutcome> {
    return this.folders.rebuild(projectId, seq);
  }
}
