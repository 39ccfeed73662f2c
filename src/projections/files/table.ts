import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { Projection } from '../projection.js';
import { deletedProjects, projectEvents } from '../project-event.js';
import { deleteKeys, deleteProjects, type TableShape, upsert } from '../table-shape.js';
import { type FileRow, foldFiles } from './fold.js';

export const FILE_TABLE: TableShape<FileRow> = {
  name: 'file_view',
  key: ['project_id', 'path'],
  columns: {
    project_id: 'text',
    path: 'text',
    sha256: 'text',
    bytes: 'integer',
    author: 'text',
    run: 'integer',
    seq: 'integer',
    updated_at: 'timestamptz',
  },
};

/** `file_view`: the newest version of each file of each project. */
export const filesProjection: Projection = {
  name: 'files',
  version: 1,
  tables: [FILE_TABLE.name],

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const { written, deleted } = foldFiles(projectEvents(events));
    await upsert(tx, FILE_TABLE, written);
    await deleteKeys(tx, FILE_TABLE, deleted);
    await deleteProjects(tx, FILE_TABLE, deletedProjects(events));
  },
};
