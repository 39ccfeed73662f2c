import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { handle } from '../commands/handle.js';
import { readProject } from '../commands/read-project.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import { ConflictNotFound, ProjectNotFound } from '../generation/errors.js';
import type { OpenConflict } from '../generation/people-edits.js';
import { Checkpoints } from './checkpoints.js';
import { EditedTexts } from './edited-texts.js';
import type { FileProblem } from '../contract/texts.js';
import { changesBetween, mergedText } from './merge-text.js';

/** An open conflict with the complete text of both versions. */
export interface ShownConflict extends OpenConflict {
  readonly mine: string;
  readonly theirs: string;
}

/** Versions that lost a conflict. They are kept until somebody takes or dismisses them. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    private readonly texts: EditedTexts,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** @throws ProjectNotFound */
  async list(projectId: string): Promise<readonly ShownConflict[]> {
    const { seq, conflicts } = await readProject(this.store, projectId);
    if (seq === 0) throw new ProjectNotFound(projectId);
    const contents = await this.blobs.get(conflicts.flatMap((each) => [each.mine_sha256, each.theirs_sha256]));
    return conflicts.map((conflict, index) => ({
      ...conflict,
      mine: String(contents[2 * index] ?? ''),
      theirs: String(contents[2 * index + 1] ?? ''),
    }));
  }

  /**
   * Replaces the lines in conflict with the other version, as an edit of the current text; later changes elsewhere stay. Returns
   * the problems that keep the text from being written into its file, if any.
   * @throws ProjectNotFound, ConflictNotFound, FileNotFound, FileNotEditable
   */
  async take(projectId: string, seq: number, actor: string): Promise<readonly FileProblem[]> {
    const { path, mine, theirs } = await this.openConflict(projectId, seq);
    const { edited } = await this.texts.open(projectId, path);
    const now = edited.text.toString();
    const changes = changesBetween(now, mergedText(theirs, mine, now));
    if (!changes.empty) {
      const update = { client_id: `take:${seq}:${randomUUID()}`, changes: changes.toJSON() as never };
      await this.texts.push(projectId, path, edited.version, [update], actor);
    }
    await this.resolve(projectId, seq, 'taken', actor);
    return (await this.checkpoints.write(projectId, path)).problems;
  }

  /**
   * Keeps the lines of the person and closes the conflict.
   * @throws ProjectNotFound, ConflictNotFound
   */
  async keep(projectId: string, seq: number, actor: string): Promise<void> {
    await this.openConflict(projectId, seq);
    await this.resolve(projectId, seq, 'kept', actor);
  }

  private async openConflict(projectId: string, seq: number): Promise<ShownConflict> {
    const open = (await this.list(projectId)).find((conflict) => conflict.seq === seq);
    if (!open) throw new ConflictNotFound(projectId, seq);
    return open;
  }

  private async resolve(projectId: string, conflict: number, how: 'taken' | 'kept', author: string): Promise<void> {
    await handle(this.store, projectId, { type: 'ResolveConflict', conflict, how, author }, author);
  }
}
