import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { Workspace } from '../effects/workspace/workspace.port.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { Database } from '../event-store/database.js';
import { LogCursor } from '../event-store/log-cursor.js';
import { EventStore, type StoredEvent } from '../event-store/event-store.port.js';
import { followAll, type Follower } from '../event-store/follow.js';
import type { FileRef } from '../generation/events.js';
import { isProjectStream } from '../event-store/stream-id.js';
import { LiveTexts } from './live-texts.js';

/** Files that a driver records are already in the preview, unless a person changed the same file in between. */
const DRIVER = 'driver';

/**
 * Copies the files that people have written (by editing, over REST, by a restore) from the log to the folders and previews; after
 * a crash it continues where it was.
 */
@Injectable()
export class WrittenFiles implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Workspace');
  private readonly cursor: LogCursor;
  private follower: Follower | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    database: Database,
    private readonly workspace: Workspace,
    private readonly previewHost: PreviewHost,
    private readonly live: LiveTexts,
  ) {
    this.cursor = new LogCursor(database, 'written-files');
  }

  async onApplicationBootstrap(): Promise<void> {
    const kept = await this.cursor.position();
    // Files from before this projection existed are in the folders, or are rebuilt when somebody opens the preview.
    const position = kept ?? (await this.store.headPosition());
    if (kept === undefined) await this.cursor.moveTo(position);
    this.follower = followAll(this.store, position, (events) => this.take(events), {
      onError: (error) =>
        this.logger.error(`Files that people wrote could not be copied to their previews yet: ${String(error)}`),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.follower?.stop();
  }

  private async take(events: readonly StoredEvent[]): Promise<void> {
    const byProject = Map.groupBy(
      events.filter((event) => isProjectStream(event.streamId) && isOfFiles(event.type) && concernsPeople(event)),
      ({ streamId }) => streamId,
    );
    for (const [projectId, changes] of byProject) await this.show(projectId, changes);
    const last = events.at(-1);
    if (last && byProject.size > 0) await this.cursor.moveTo(last.position);
  }

  private show(projectId: string, events: readonly StoredEvent[]): Promise<void> {
    const last = new Map(events.map(({ type, data }) => [(data as FileRef).path, { type, ref: data as WrittenRef }]));
    const written = [...last.values()].filter(({ type }) => type === 'FileWritten').map(({ ref }) => ref);
    const removed = [...last].filter(([, { type }]) => type === 'FileDeleted').map(([path]) => path);
    return this.live.inTurn(projectId, () => this.bring(projectId, written, removed));
  }

  /** Copies each file as the last event left it, except where newer typed text is already shown. */
  private async bring(projectId: string, refs: readonly WrittenRef[], removed: readonly string[]): Promise<void> {
    const written = refs.filter(
      ({ path, edit_version: version }) => version === undefined || version >= this.live.shownVersion(projectId, path),
    );
    const contents = await this.blobs.get(written.map(({ sha256 }) => sha256));
    const files = written.map(({ path }, index) => ({ path, content: contents[index] ?? Buffer.alloc(0) }));
    // An update under way reads the disk whenever it likes: it must not find a file that names one not known yet.
    await this.previewHost.settled(projectId);
    for (const path of [...written.map((file) => file.path), ...removed]) this.live.overwritten(projectId, path);
    const changed = await this.workspace.write(projectId, files);
    await this.workspace.remove(projectId, removed);
    if (changed.length + removed.length > 0) await this.previewHost.changed(projectId, { changed, removed });
  }
}

type WrittenRef = FileRef & { readonly edit_version?: number };

function concernsPeople({ actor, data }: StoredEvent): boolean {
  return actor !== DRIVER || 'meant_sha256' in data;
}

function isOfFiles(type: string): boolean {
  return type === 'FileWritten' || type === 'FileDeleted';
}
