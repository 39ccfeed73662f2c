import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import { runRow, type RunRow } from '../history/fold.js';
import { RUN_TABLE } from '../history/table.js';
import type { Projection } from '../projection.js';
import { deletedProjects, projectEvents } from '../project-event.js';
import { deleteProjects, type TableShape, upsert } from '../table-shape.js';
import { foldStatus, type StatusFold, type StatusRow, statusRow } from './fold.js';

/** A row of `project_view`; its fold is what the next event continues from. */
export type StatusRecord = StatusRow & { readonly fold: StatusFold };

export const STATUS_TABLE: TableShape<StatusRecord> = {
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

/** `project_view`, each project as `GET /status/:id` tells it, and `run_view`, each of its runs: one fold, of the rules. */
export const statusProjection: Projection = {
  name: 'status',
  version: 3,
  tables: [STATUS_TABLE.name, RUN_TABLE.name],

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const changes = projectEvents(events);
    const folds = await load(tx, [...new Set(changes.map(({ projectId }) => projectId))]);
    const runs = new Map<string, RunRow>();
    for (const { projectId, event } of changes) {
      const fold = foldStatus(folds.get(projectId), projectId, event);
      folds.set(projectId, fold);
      const run = runRow(fold);
      if (run) runs.set(`${projectId}/${run.run}`, run);
    }
    const rows = [...folds.values()].map((fold) => ({ row: statusRow(fold), fold }));
    await upsert(
      tx,
      STATUS_TABLE,
      rows.flatMap(({ row, fold }) => (row ? [{ ...row, fold }] : [])),
    );
    await upsert(tx, RUN_TABLE, [...runs.values()]);
    for (const table of [STATUS_TABLE, RUN_TABLE]) await deleteProjects(tx, table, deletedProjects(events));
  },
};

async function load(tx: PoolClient, projectIds: readonly string[]): Promise<Map<string, StatusFold>> {
  const { rows } = await tx.query<{ project_id: string; fold: StatusFold }>(
    `SELECT project_id, fold FROM ${STATUS_TABLE.name} WHERE project_id = ANY($1)`,
    [projectIds],
  );
  return new Map(rows.map(({ project_id, fold }) => [project_id, fold]));
}
