import { Injectable } from '@nestjs/common';
import { recorded } from '../../commands/read-project.js';
import { SeqUnknown } from '../../commands/rebuild-project.js';
import { ProjectFiles } from '../../editing/project-files.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { FilesView } from '../../projections/files/files-view.js';
import { foldFiles } from '../../projections/files/fold.js';
import type { FileRow } from '../../projections/files/table.js';
import { Projections } from '../../projections/projections.js';

/** A project's files now, from their view, or at any earlier moment, folded from the log. */
@Injectable()
export class FileHistory {
  constructor(
    private readonly files: ProjectFiles,
    private readonly projections: Projections,
    private readonly view: FilesView,
    private readonly store: EventStore,
  ) {}

  /** By path. @throws ProjectNotFound, SeqUnknown */
  async filesOf(projectId: string, at?: number): Promise<readonly FileRow[]> {
    if (at !== undefined) return this.filesAt(projectId, at);
    await this.settle(projectId);
    return this.view.filesOf(projectId);
  }

  /** The path must match a recorded one to the byte. @throws ProjectNotFound, SeqUnknown */
  async find(projectId: string, path: string, at?: number): Promise<FileRow | undefined> {
    if (at !== undefined) return (await this.filesAt(projectId, at)).find((file) => file.path === path);
    await this.settle(projectId, [path]);
    return this.view.find(projectId, path);
  }

  /** Waits until what is being typed is part of the files. */
  private async settle(projectId: string, paths?: readonly string[]): Promise<void> {
    const { seq } = await this.files.settled(projectId, paths);
    await this.projections.caughtUpStream('files', projectId, seq);
  }

  private async filesAt(projectId: string, at: number): Promise<readonly FileRow[]> {
    const events = await this.store.read(projectId, { limit: at });
    if (events.length === 0) await this.files.settled(projectId, []);
    if (events.length < at) throw new SeqUnknown(projectId, at, events.length);
    const { written } = foldFiles(recorded(events).map((event) => ({ projectId, event })));
    return written.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  }
}
