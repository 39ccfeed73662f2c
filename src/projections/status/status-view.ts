import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import type { PublicStatus } from '../../generation/public-status.js';
import { selectRows } from '../table-shape.js';
import type { ProjectStatus, StatusFold } from './fold.js';
import { STATUS_TABLE, statusProjection, type StatusRow } from './table.js';

/** A project in the list, with only what views of every version contain. */
export type ListedProject = StatusRow & Pick<ProjectStatus, 'message'>;

/** A cursor in the list of projects, newest first: the last project that was returned. */
export interface ProjectCursor {
  /** ISO 8601. */
  readonly createdAt: string;
  readonly projectId: string;
}

export interface ProjectFilter {
  readonly limit: number;
  readonly after?: ProjectCursor | undefined;
  readonly status?: PublicStatus | undefined;
  readonly userId?: string | undefined;
}

/** Reads `project_view`. */
@Injectable()
export class StatusView {
  constructor(private readonly database: Database) {}

  /** The fold to continue from; undefined if another version made the view, or if the project is not in it yet. */
  async fold(projectId: string): Promise<StatusFold | undefined> {
    const { rows } = await this.database.pool.query<{ fold: StatusFold }>(
      `SELECT fold FROM ${STATUS_TABLE.name}
       WHERE project_id = $1 AND (SELECT version FROM projection WHERE name = $2) = $3`,
      [projectId, statusProjection.name, statusProjection.version],
    );
    return rows[0]?.fold;
  }

  /** Newest first; at most `limit`, starting after `after`. */
  async list({ limit, after, status, userId }: ProjectFilter): Promise<readonly ListedProject[]> {
    const records = await selectRows(
      this.database.pool,
      STATUS_TABLE,
      `WHERE ($1::text IS NULL OR status = $1) AND ($2::text IS NULL OR user_id = $2)
         AND ($3::timestamptz IS NULL OR (created_at, project_id) < ($3, $4))
       ORDER BY created_at DESC, project_id DESC LIMIT $5`,
      [status ?? null, userId ?? null, after?.createdAt ?? null, after?.projectId ?? null, limit],
    );
    return records.map(({ fold, ...row }) => ({ ...row, message: fold.message }));
  }
}
