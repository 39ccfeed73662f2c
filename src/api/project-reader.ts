import { Injectable } from '@nestjs/common';
import { recorded } from '../commands/read-project.js';
import { EventStore } from '../event-store/event-store.port.js';
import { runRow } from '../projections/history/fold.js';
import { HistoryView } from '../projections/history/history-view.js';
import type { RunRow } from '../projections/history/table.js';
import { foldStatus, type ProjectStatus, projectStatus, type StatusFold } from '../projections/status/fold.js';
import { StatusView } from '../projections/status/status-view.js';
import { ProjectNotFound } from '../generation/errors.js';

export interface ProjectWithRuns {
  readonly status: ProjectStatus;
  /** First to last. */
  readonly runs: readonly RunRow[];
}

/**
 * Reads the current state of a project: what the view holds, plus the events that it does not hold yet. Nobody waits for a
 * projection, and a client that has just changed the project sees the change.
 */
@Injectable()
export class ProjectReader {
  constructor(
    private readonly view: StatusView,
    private readonly history: HistoryView,
    private readonly store: EventStore,
  ) {}

  /** @throws ProjectNotFound */
  async status(projectId: string): Promise<ProjectStatus> {
    const status = await this.find(projectId);
    if (!status) throw new ProjectNotFound(projectId);
    return status;
  }

  /** Undefined before the first run. */
  async find(projectId: string): Promise<ProjectStatus | undefined> {
    const fold = (await this.foldsOf(projectId)).at(-1);
    return fold && projectStatus(fold);
  }

  /** @throws ProjectNotFound */
  async withRuns(projectId: string): Promise<ProjectWithRuns> {
    const folds = await this.foldsOf(projectId);
    const fold = folds.at(-1);
    const status = fold && projectStatus(fold);
    if (!status) throw new ProjectNotFound(projectId);
    const runs = new Map((await this.history.runsOf(projectId)).map((row) => [row.run, row]));
    for (const row of folds.map((each) => runRow(each))) if (row) runs.set(row.run, row);
    return { status, runs: [...runs.values()].filter(({ run }) => run <= status.run) };
  }

  /** What the view holds, and the state after each later event. */
  private async foldsOf(projectId: string): Promise<readonly StatusFold[]> {
    const held = await this.view.fold(projectId);
    const folds = held ? [held] : [];
    for (const event of recorded(await this.store.read(projectId, { afterSeq: held?.state.seq ?? 0 }))) {
      folds.push(foldStatus(folds.at(-1), projectId, event));
    }
    return folds;
  }
}
