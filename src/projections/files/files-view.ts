import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import { selectRows } from '../table-shape.js';
import { FILE_TABLE, type FileRow } from './table.js';

/** Reads `file_view`. */
@Injectable()
export class FilesView {
  constructor(private readonly database: Database) {}

  /** The project's files, sorted by path. */
  filesOf(projectId: string): Promise<readonly FileRow[]> {
    return selectRows(this.database.pool, FILE_TABLE, 'WHERE project_id = $1 ORDER BY path', [projectId]);
  }

  /** The newest version of one file. The path must match exactly, byte for byte. */
  async find(projectId: string, path: string): Promise<FileRow | undefined> {
    const rest = 'WHERE project_id = $1 AND path = $2';
    const [row] = await selectRows(this.database.pool, FILE_TABLE, rest, [projectId, path]);
    return row;
  }
}
