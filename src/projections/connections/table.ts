import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { Projection } from '../projection.js';
import { integer, recordOf, table, text } from '../table-shape.js';
import { foldViewers } from './fold.js';

/** `viewer_count`: the number of viewers of each project on each instance. */
const VIEWER_TABLE = table('viewer_count', ['instance_id', 'project_id'], {
  instance_id: text,
  project_id: text,
  count: integer,
});

export const connectionsProjection: Projection = {
  name: 'connections',
  version: 1,
  tables: [VIEWER_TABLE],

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const changes = foldViewers(events);
    if (changes.length === 0) return;
    await tx.query(
      `INSERT INTO viewer_count (instance_id, project_id, count)
       SELECT instance_id, project_id, count FROM jsonb_to_recordset($1::jsonb) AS change(${recordOf(VIEWER_TABLE.columns)})
       ON CONFLICT (instance_id, project_id) DO UPDATE SET count = viewer_count.count + excluded.count`,
      [JSON.stringify(changes.map(({ delta, ...viewers }) => ({ ...viewers, count: delta })))],
    );
    await tx.query('DELETE FROM viewer_count WHERE count <= 0');
  },
};
