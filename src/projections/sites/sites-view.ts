import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import type { SiteView as SiteRecord } from '../../event-store/generated/client.js';
import type { FileRef } from '../../generation/events.js';
import type { SiteRow } from './fold.js';

/** Reads `site_view`. */
@Injectable()
export class SitesView {
  constructor(private readonly database: Database) {}

  async byLabel(label: string): Promise<SiteRow | undefined> {
    const record = await this.database.prisma.siteView.findUnique({ where: { label } });
    return record ? fromRecord(record) : undefined;
  }

  async ofProject(projectId: string): Promise<SiteRow | undefined> {
    const record = await this.database.prisma.siteView.findFirst({ where: { projectId } });
    return record ? fromRecord(record) : undefined;
  }
}

function fromRecord({ projectId, exportedAt, files, ...record }: SiteRecord): SiteRow {
  // The fold wrote them.
  const refs = files as readonly unknown[] as readonly FileRef[];
  return { ...record, project_id: projectId, files: refs, exported_at: exportedAt.toISOString() };
}
