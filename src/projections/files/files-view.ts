import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import type { FileView as FileRecord } from '../../event-store/generated/client.js';
import type { FileRow } from './fold.js';

/** Reads `file_view`. */
@Injectable()
export class FilesView {
  constructor(private readonly database: Database) {}

  /** The project's files by path. */
  async filesOf(projectId: string): Promise<readonly FileRow[]> {
    const records = await this.database.prisma.fileView.findMany({ where: { projectId }, orderBy: { path: 'asc' } });
    return records.map(fromRecord);
  }

  /** The newest version of one file; the path must match a recorded one to the byte. */
  async find(projectId: string, path: string): Promise<FileRow | undefined> {
    const record = await this.database.prisma.fileView.findUnique({ where: { projectId_path: { projectId, path } } });
    return record ? fromRecord(record) : undefined;
  }
}

function fromRecord({ projectId, updatedAt, ...record }: FileRecord): FileRow {
  return { project_id: projectId, ...record, updated_at: updatedAt.toISOString() };
}
