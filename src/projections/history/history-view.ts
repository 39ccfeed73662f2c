import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import type { RunView as RunRecord } from '../../event-store/generated/client.js';
import type { RunRow } from './fold.js';

/** Reads `run_view`. */
@Injectable()
export class HistoryView {
  constructor(private readonly database: Database) {}

  /** The project's runs, first to last. */
  async runsOf(projectId: string): Promise<readonly RunRow[]> {
    const records = await this.database.prisma.runView.findMany({ where: { projectId }, orderBy: { run: 'asc' } });
    return records.map(fromRecord);
  }
}

function fromRecord(record: RunRecord): RunRow {
  return {
    project_id: record.projectId,
    run: record.run,
    prompt: record.prompt,
    user_id: record.userId,
    template_id: record.templateId,
    status: record.status as RunRow['status'],
    app_name: record.appName,
    screens: record.screens as unknown as RunRow['screens'],
    files: record.files,
    cost_usd: record.costUsd,
    estimate: record.estimate as unknown as RunRow['estimate'],
    calls: record.calls,
    input_tokens: record.inputTokens,
    output_tokens: record.outputTokens,
    started_at: record.startedAt.toISOString(),
    ended_at: record.endedAt?.toISOString() ?? null,
    duration_ms: record.durationMs,
    error: record.error as unknown as RunRow['error'],
  };
}
