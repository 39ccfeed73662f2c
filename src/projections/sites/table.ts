import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { FileRef } from '../../generation/events.js';
import type { Projection } from '../projection.js';
import { deletedProjects, projectEvents } from '../project-event.js';
import { deleteProjects, integer, json, type RowOf, table, text, time, upsert } from '../table-shape.js';
import { foldSites } from './fold.js';

/** `site_view`: the most recent static site of each shared project. */
export const SITE_TABLE = table('site_view', ['label'], {
  /** The first label of its host name; unique. */
  label: text,
  project_id: text,
  url: text,
  files: json<readonly FileRef[]>(),
  seq: integer,
  exported_at: time,
});
export type SiteRow = RowOf<typeof SITE_TABLE>;

export const sitesProjection: Projection = {
  name: 'sites',
  version: 1,
  tables: [SITE_TABLE],

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    await upsert(tx, SITE_TABLE, foldSites(projectEvents(events)));
    await deleteProjects(tx, SITE_TABLE, deletedProjects(events));
  },
};
