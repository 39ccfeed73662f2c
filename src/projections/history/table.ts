import type { PoolClient } from 'pg';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import type { Projection } from '../projection.js';
import { type ProjectEvent, projectEvents } from '../project-event.js';
import { type TableShape, upsert } from '../upsert.js';
import { foldRun, type RunRow } from './fold.js';

const TABLE: TableShape = {
  name: 'run_view',
  key: ['project_id', 'run'],
  columns: {
    project_id: 'text',
    run: 'integer',
    prompt: 'text',
    user_id: 'text',
    template_id: 'text',
    status: 'text',
    app_name: 'text',
    screens: 'jsonb',
    files: 'integer',
    cost_usd: 'double precision',
    estimate: 'jsonb',
    calls: 'integer',
    input_tokens: 'integer',
    output_tokens: 'integer',
    started_at: 'timestamptz',
    ended_at: 'timestamptz',
    duration_ms: 'integer',
    error: 'jsonb',
  },
};

/** `run_view`: every run of every project. */
export const historyProjection: Projection = {
  name: 'history',

  async apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const changes = projectEvents(events);
    const runs = await load(tx, changes);
    for (const { projectId, event } of changes) {
      const key = keyOf(projectId, event.run);
      const row = foldRun(runs.get(key), projectId, event);
      if (row) runs.set(key, row);
    }
    await upsert(tx, TABLE, [...runs.values()]);
  },
};

async function load(tx: PoolClient, changes: readonly ProjectEvent[]): Promise<Map<string, RunRow>> {
  const runs = new Map(
    changes.map(({ projectId, event }) => [keyOf(projectId, event.run), [projectId, event.run] as const]),
  );
  const { rows } = await tx.query<RunRow & { started_at: Date; ended_at: Date | null }>(
    `SELECT view.* FROM run_view AS view
     JOIN unnest($1::text[], $2::int[]) AS wanted(project_id, run) USING (project_id, run)`,
    [[...runs.values()].map(([projectId]) => projectId), [...runs.values()].map(([, run]) => run)],
  );
  return new Map(rows.map((row) => [keyOf(row.project_id, row.run), withIsoTimes(row)]));
}

function withIsoTimes(row: RunRow & { started_at: Date | string; ended_at: Date | string | null }): RunRow {
  return {
    ...row,
    started_at: new Date(row.started_at).toISOString(),
    ended_at: row.ended_at === null ? null : new Date(row.ended_at).toISOString(),
  };
}

function keyOf(projectId: string, run: number): string {
  return `${projectId}/${run}`;
}
