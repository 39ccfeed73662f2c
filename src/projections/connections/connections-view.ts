import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';

/** Reads `viewer_count`. */
@Injectable()
export class ConnectionsView {
  constructor(private readonly database: Database) {}

  /** How many viewers the project has on all instances that are alive. */
  async viewersOf(projectId: string): Promise<number> {
    const { rows } = await this.database.pool.query<{ viewers: number }>(
      `SELECT coalesce(sum(count), 0)::int AS viewers
       FROM viewer_count JOIN instance_lease USING (instance_id)
       WHERE project_id = $1 AND expires_at > now()`,
      [projectId],
    );
    return rows[0]?.viewers ?? 0;
  }
}
