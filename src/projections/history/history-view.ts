import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import { selectRows } from '../table-shape.js';
import type { RunRow } from './fold.js';
import { RUN_TABLE } from './table.js';

/** Reads `run_view`. */
@Injectable()
export class HistoryView {
  constructor(private readonly database: Database) {}

  /** The project's runs, first to last. */
  runsOf(projectId: string): Promise<readonly RunRow[]> {
    return selectRows(this.database.pool, RUN_TABLE, 'WHERE project_id = $1 ORDER BY run', [projectId]);
  }
}
