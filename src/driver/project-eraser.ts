import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EventStore, type StoredEvent } from '../event-store/event-store.port.js';
import { editStream } from '../event-store/stream-id.js';
import { ProjectRestorer } from '../stages/project-restorer.js';
import { ProjectFoldersOptions } from './project-folders.js';

/** Events that are read at a time. */
const PAGE = 1_000;

/** Erases a deleted project, except for the tombstone in its stream. */
@Injectable()
export class ProjectEraser {
  private readonly logger = new Logger('Eraser');

  constructor(
    private readonly store: EventStore,
    @Inject(ProjectRestorer) private readonly restorer: Pick<ProjectRestorer, 'erase'>,
    @Inject(ProjectFoldersOptions) private readonly options: ProjectFoldersOptions,
  ) {}

  /** Can be repeated: the log is erased last, because it names everything else. @param seq of the tombstone */
  async erase(projectId: string, seq: number): Promise<void> {
    const edits = await this.editStreamsOf(projectId);
    await this.restorer.erase(projectId);
    await this.removeRebuilt(projectId);
    const erased = await this.store.erase(projectId, seq, edits);
    if (erased > 0)
      this.logger.log(`Project ${projectId} is deleted: erased ${erased} events, its folders and preview.`);
  }

  /** The streams of every file it has ever had. */
  private async editStreamsOf(projectId: string): Promise<readonly string[]> {
    const paths = new Set<string>();
    for (let afterSeq = 0; ;) {
      const events = await this.store.read(projectId, { afterSeq, limit: PAGE });
      for (const event of events) for (const path of pathsOf(event)) paths.add(path);
      afterSeq = events.at(-1)?.seq ?? afterSeq;
      if (events.length < PAGE) return [...paths].map((path) => editStream(projectId, path));
    }
  }

  /** Folders rebuilt for earlier moments: `<project>@<seq>`. */
  private async removeRebuilt(projectId: string): Promise<void> {
    const { rebuiltDir } = this.options;
    const folders = await readdir(rebuiltDir).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    const own = folders.filter((folder) => folder.startsWith(`${projectId}@`));
    await Promise.all(own.map((folder) => rm(join(rebuiltDir, folder), { recursive: true, force: true })));
  }
}

function pathsOf({ type, data }: StoredEvent): readonly string[] {
  return type === 'FileWritten' || type === 'AssetAdded' ? [(data as { readonly path: string }).path] : [];
}
