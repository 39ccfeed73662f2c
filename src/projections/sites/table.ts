import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { Projection } from '../projection.js';
import { projectEvents } from '../project-event.js';
import { type TableShape, upsert } from '../upsert.js';
import { foldSites } from './fold.js';

const TABLE: TableShape = {
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

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    await upsert(tx, TABLE, foldSites(projectEvents(events)));
  },
};
