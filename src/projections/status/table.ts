import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { Projection } from '../projection.js';
import { projectEvents } from '../project-event.js';
import { type TableShape, upsert } from '../upsert.js';
import { foldStatus, type StatusFold, statusRow } from './fold.js';

const TABLE: TableShape = {
  name: 'project_view',
  key: ['project_id'],
  columns: {
    project_id: 'text',
    user_id: 'text',
    prompt: 'text',
    app_name: 'text',
    status: 'text',
    stage: 'text',
    progress: 'integer',
    run: 'integer',
    seq: 'integer',
    preview_urls: 'jsonb',
    error: 'jsonb',
    is_complete: 'boolean',
    fold: 'jsonb',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
    completed_at: 'timestamptz',
  },
};

/** `project_view`: each project as `GET /status/:id` tells it. */
export const statusProjection: Projection = {
  name: 'status',

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const changes = projectEvents(events);
    const folds = await load(tx, [...new Set(changes.map(({ projectId }) => projectId))]);
    for (const { projectId, event } of changes)
      folds.set(projectId, foldStatus(folds.get(projectId), projectId, event));
    const rows = [...folds.values()].map((fold) => ({ row: statusRow(fold), fold }));
    await upsert(
      tx,
      TABLE,
      rows.flatMap(({ row, fold }) => (row ? [{ ...row, fold }] : [])),
    );
  },
};

async function load(tx: PoolClient, projectIds: readonly string[]): Promise<Map<string, StatusFold>> {
  const { rows } = await tx.query<{ project_id: string; fold: StatusFold }>(
    'SELECT project_id, fold FROM project_view WHERE project_id = ANY($1)',
    [projectIds],
  );
  return new Map(rows.map(({ project_id, fold }) => [project_id, fold]));
}
