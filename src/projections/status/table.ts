import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { PreviewUrls } from '../../generation/events.js';
import type { PublicStatus } from '../../generation/public-status.js';
import type { Stage } from '../../generation/stage-plan.js';
import { runRow } from '../history/fold.js';
import { RUN_TABLE, type RunRow } from '../history/table.js';
import type { Projection } from '../projection.js';
import { deletedProjects, projectEvents } from '../project-event.js';
import {
  boolean,
  deleteProjects,
  integer,
  json,
  nullable,
  type RowOf,
  table,
  text,
  time,
  upsert,
  word,
} from '../table-shape.js';
import { type ErrorView, foldStatus, type StatusFold, statusRow } from './fold.js';

/** `project_view`: the status of each project. */
export const STATUS_TABLE = table('project_view', ['project_id'], {
  project_id: text,
  user_id: nullable(text),
  prompt: text,
  app_name: nullable(text),
  status: word<PublicStatus>(),
  stage: nullable(word<Stage>()),
  progress: integer,
  run: integer,
  seq: integer,
  preview_urls: nullable(json<PreviewUrls>()),
  error: nullable(json<ErrorView>()),
  is_complete: boolean,
  /** The state from which the next event is folded. */
  fold: json<StatusFold>(),
  created_at: time,
  updated_at: time,
  completed_at: nullable(time),
});
/** A row without the fold. */
export type StatusRow = Omit<RowOf<typeof STATUS_TABLE>, 'fold'>;

/**
 * Maintains `project_view`, with each project as `GET /status/:id` shows it, and `run_view`, with each of its runs. One fold of
 * the rules feeds both.
 */
export const statusProjection: Projection = {
  name: 'status',
  version: 3,
  tables: [STATUS_TABLE, RUN_TABLE],

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
