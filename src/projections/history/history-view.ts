import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import type { RunStatus } from '../../generation/run-state.js';
import { selectRows } from '../table-shape.js';
import { RUN_TABLE, type RunRow } from './table.js';

/** A cursor in the history, newest first: the last run that was returned. */
export interface RunCursor {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly projectId: string;
  readonly run: number;
}

/** Conditions on runs; an absent one is not applied. */
export interface RunFilter {
  /** Words from the prompt or the app name, in the syntax of web search engines; or a project id. */
  readonly words?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly userId?: string | undefined;
  /** The first model that the run called. */
  readonly model?: string | undefined;
  readonly templateId?: string | undefined;
  /** The error code of a failed run. */
  readonly error?: string | undefined;
  /** ISO 8601; requested at or after this time … */
  readonly from?: string | undefined;
  /** … and before this time. */
  readonly to?: string | undefined;
}

/** Postgres removes the absent conditions when it plans the statement, so each plan has only the conditions in use. */
const MATCHES = `
  ($1::text IS NULL OR words @@ websearch_to_tsquery('english', $1) OR project_id = $1)
  AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR user_id = $3)
  AND ($4::text IS NULL OR model = $4) AND ($5::text IS NULL OR template_id = $5)
  AND ($6::text IS NULL OR (error IS NOT NULL AND error->>'code' = $6))
  AND ($7::timestamptz IS NULL OR started_at >= $7) AND ($8::timestamptz IS NULL OR started_at < $8)`;

/** Reads `run_view`. */
@Injectable()
export class HistoryView {
  constructor(private readonly database: Database) {}

  /** The runs of the project, oldest first. */
  runsOf(projectId: string): Promise<readonly RunRow[]> {
    return selectRows(this.database.pool, RUN_TABLE, 'WHERE project_id = $1 ORDER BY run', [projectId]);
  }

  /** Runs of all projects, newest first; at most `limit`, starting after `after`. */
  search(filter: RunFilter, limit: number, after?: RunCursor): Promise<readonly RunRow[]> {
    const { words, status, userId, model, templateId, error, from, to } = filter;
    const conditions = [words, status, userId, model, templateId, error, from, to].map((value) => value ?? null);
    return selectRows(
      this.database.pool,
      RUN_TABLE,
      `WHERE ${MATCHES} AND ($9::timestamptz IS NULL OR (started_at, project_id, run) < ($9, $10, $11))
       ORDER BY started_at DESC, project_id DESC, run DESC LIMIT $12`,
      [...conditions, after?.startedAt ?? null, after?.projectId ?? null, after?.run ?? null, limit],
    );
  }
}
