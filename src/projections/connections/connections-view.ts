import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';

/** How many viewers a project has on one instance. */
export interface Connections {
  readonly project_id: string;
  readonly instance_id: string;
  readonly viewers: number;
}

/** The maximum number of rows returned. */
const MOST = 1_000;

/** Reads `viewer_count`. */
@Injectable()
export class ConnectionsView {
  constructor(private readonly database: Database) {}

  /** The number of viewers of the project on all live instances. */
  async viewersOf(projectId: string): Promise<number> {
    const { rows } = await this.database.pool.query<{ viewers: number }>(
      `SELECT coalesce(sum(count), 0)::int AS viewers
       FROM viewer_count JOIN instance_lease USING (instance_id)
       WHERE project_id = $1 AND expires_at > now()`,
      [projectId],
    );
    return rows[0]?.viewers ?? 0;
  }

  /** By project and live instance, most viewers first. */
  async all(): Promise<readonly Connections[]> {
    const { rows } = await this.database.pool.query<Connections>(
      `SELECT project_id, instance_id, count AS viewers
       FROM viewer_count JOIN instance_lease USING (instance_id)
       WHERE expires_at > now() AND count > 0
       ORDER BY count DESC, project_id, instance_id LIMIT ${MOST}`,
    );
    return rows;
  }
}
