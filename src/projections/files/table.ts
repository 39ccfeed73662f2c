import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { Projection } from '../projection.js';
import { deletedProjects, projectEvents } from '../project-event.js';
import { deleteKeys, deleteProjects, integer, type RowOf, table, text, time, upsert } from '../table-shape.js';
import { foldFiles } from './fold.js';

/** `file_view`: the newest version of each file of each project. */
export const FILE_TABLE = table('file_view', ['project_id', 'path'], {
  project_id: text,
  path: text,
  /** Lower-case hex; the content is in the blob with this hash. */
  sha256: text,
  bytes: integer,
  /** `blueprint`, `user:<id>` …; for assets `generated` or `model`. */
  author: text,
  run: integer,
  seq: integer,
  updated_at: time,
});
export type FileRow = RowOf<typeof FILE_TABLE>;

export const filesProjection: Projection = {
  name: 'files',
  version: 1,
  tables: [FILE_TABLE],

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const { written, deleted } = foldFiles(projectEvents(events));
    await upsert(tx, FILE_TABLE, written);
    await deleteKeys(tx, FILE_TABLE, deleted);
    await deleteProjects(tx, FILE_TABLE, deletedProjects(events));
  },
};
