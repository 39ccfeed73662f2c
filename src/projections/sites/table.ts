import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { Projection } from '../projection.js';
import { deletedProjects, projectEvents } from '../project-event.js';
import { deleteProjects, type TableShape, upsert } from '../table-shape.js';
import { foldSites, type SiteRow } from './fold.js';

export const SITE_TABLE: TableShape<SiteRow> = {
  name: 'site_view',
  key: ['label'],
  columns: {
    label: 'text',
    project_id: 'text',
    url: 'text',
    files: 'jsonb',
    seq: 'integer',
    exported_at: 'timestamptz',
  },
};

/** `site_view`: the static site of each project that was shared. */
export const sitesProjection: Projection = {
  name: 'sites',
  version: 1,
  tables: [SITE_TABLE.name],

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    await upsert(tx, SITE_TABLE, foldSites(projectEvents(events)));
    await deleteProjects(tx, SITE_TABLE, deletedProjects(events));
  },
};
