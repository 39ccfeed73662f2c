import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { Projection } from '../projection.js';
import { projectEvents } from '../project-event.js';
import { deleteKeys, type TableShape, upsert } from '../upsert.js';
import { foldFiles } from './fold.js';

const TABLE: TableShape = {
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

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const { written, deleted } = foldFiles(projectEvents(events));
    await upsert(tx, TABLE, written);
    await deleteKeys(tx, TABLE, deleted);
  },
};
