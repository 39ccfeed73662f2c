import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import type { ProjectView as ProjectRecord } from '../../event-store/generated/client.js';
import type { PublicStatus } from '../../generation/public-status.js';
import type { RunStatus } from '../../generation/state.js';
import type { StatusFold, StatusRow } from './fold.js';

/** A project's status, with what only its fold knows. */
export interface ProjectStatus extends StatusRow {
  /** The last thing viewers were told in words; null before the first. */
  readonly message: string | null;
  /** The current run's own status; `status` speaks of its stages. */
  readonly run_status: RunStatus;
  /** Whether a static site of it is being made. */
  readonly is_exporting: boolean;
  /** The plan's notes: what was not understood, or is only mocked. */
  readonly notes: readonly string[];
}

/** A place in the list of projects, newest first: the last one that was seen. */
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

  async find(projectId: string): Promise<ProjectStatus | undefined> {
    const record = await this.database.prisma.projectView.findUnique({ where: { projectId } });
    return record ? fromRecord(record) : undefined;
  }

  /** Newest first; at most `limit`, behind `after`. */
  async list({ limit, after, status, userId }: ProjectFilter): Promise<readonly ProjectStatus[]> {
    const records = await this.database.prisma.projectView.findMany({
      where: {
        ...(status !== undefined && { status }),
        ...(userId !== undefined && { userId }),
        ...(after && {
          OR: [
            { createdAt: { lt: after.createdAt } },
            { createdAt: after.createdAt, projectId: { lt: after.projectId } },
          ],
        }),
      },
      orderBy: [{ createdAt: 'desc' }, { projectId: 'desc' }],
      take: limit,
    });
    return records.map(fromRecord);
  }
}

function fromRecord(record: ProjectRecord): ProjectStatus {
  const fold = record.fold as unknown as StatusFold;
  return {
    project_id: record.projectId,
    user_id: record.userId,
    prompt: record.prompt,
    app_name: record.appName,
    status: record.status as PublicStatus,
    stage: record.stage as StatusRow['stage'],
    progress: record.progress,
    run: record.run,
    seq: record.seq,
    preview_urls: record.previewUrls as unknown as StatusRow['preview_urls'],
    error: record.error as unknown as StatusRow['error'],
    is_complete: record.isComplete,
    created_at: record.createdAt.toISOString(),
    updated_at: record.updatedAt.toISOString(),
    completed_at: record.completedAt?.toISOString() ?? null,
    message: fold.message,
    run_status: fold.state.run?.status ?? 'active',
    // Folds that were written before apps could be shared do not say.
    is_exporting: (fold.state as Partial<typeof fold.state>).isShareRequested ?? false,
    notes: fold.state.run?.plan?.notes ?? [],
  };
}
