import { Inject, Injectable } from '@nestjs/common';
import { readProjectAt } from '../commands/read-project.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import { ProjectRestorer } from '../stages/project-restorer.js';
import { contentsOf } from './project-contents.js';

/** Past versions of projects in separate previews, next to the current ones; named `<project>@<seq>`. */
@Injectable()
export class PastVersions {
  constructor(
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    @Inject(ProjectRestorer) private readonly restorer: Pick<ProjectRestorer, 'showPast' | 'leavePast'>,
  ) {}

  /** False if the project had no files after `seq`, or there is no such event. */
  async show(projectId: string, seq: number): Promise<boolean> {
    const state = await readProjectAt(this.store, projectId, seq);
    if (seq < 1 || state.seq !== seq || Object.keys(state.files).length === 0) return false;
    await this.restorer.showPast(`${projectId}@${seq}`, await contentsOf(state, this.blobs));
    return true;
  }

  /** Nobody looks at it any more. */
  async leave(projectId: string, seq: number): Promise<void> {
    await this.restorer.leavePast(`${projectId}@${seq}`);
  }
}
