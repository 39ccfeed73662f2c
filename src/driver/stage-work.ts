import type { OpenEdits } from '../commands/open-edits.port.js';
import type { BlobStore } from '../event-store/blob-store.port.js';
import type { AppFile } from '../generation/app-files.js';
import type { DriverCommand } from '../generation/commands.js';
import type { FileRef } from '../generation/events.js';
import type { SourceFile } from '../generation/app-files.js';
import type { Stage } from '../generation/stage-plan.js';
import type { RunState } from '../generation/run-state.js';
import { StageDeadline } from '../stages/stage-deadlines.js';
import { stageFailure } from '../stages/stage-failure.js';
import type { StageContext, StageTask } from '../stages/stage-task.js';
import { ModelJournal } from './model-journal.js';
import type { ProjectSession } from './project-session.js';
import { keepTelling } from './stage-heartbeat.js';
import type { Work } from './work-runner.js';

/** A stage of a run. */
export class StageWork implements Work {
  constructor(
    private readonly session: ProjectSession,
    private readonly task: StageTask,
    private readonly blobs: BlobStore,
    private readonly edits: Pick<OpenEdits, 'reconcile'>,
    private readonly by: { readonly epoch: number; readonly run: number },
    readonly deadlineMs: number,
    private readonly heartbeatMs: number,
  ) {}

  async execute(signal: AbortSignal): Promise<DriverCommand> {
    const { stage } = this.task;
    const stopTelling = keepTelling(this.session, stage, this.heartbeatMs);
    // A stage that was left behind notifies nobody.
    signal.addEventListener('abort', stopTelling, { once: true });
    try {
      const output = await this.task.execute(this.context(signal));
      return { type: 'CompleteStage', stage, output, ...this.by };
    } finally {
      stopTelling();
    }
  }

  failure(error: unknown): DriverCommand {
    const { stage } = this.task;
    return { type: 'FailStage', stage, ...stageFailure(stage, error), ...this.by };
  }

  expired(): Error {
    return new StageDeadline(this.task.stage, this.deadlineMs);
  }

  private context(signal: AbortSignal): StageContext {
    return {
      projectId: this.session.state.projectId,
      signal,
      project: () => this.session.state,
      run: () => this.currentRun(),
      succeeded: (stage) => this.untilSucceeded(stage, signal),
      journal: new ModelJournal(this.session, this.blobs, this.task.stage, this.by),
      tell: (notice) => this.session.notify(notice),
      read: (files) => this.readBlobs(files),
      reconcile: (files) => this.edits.reconcile(this.session.state, files),
      store: (files) => this.storeBlobs(files),
      record: async (fact) => {
        signal.throwIfAborted();
        await this.session.submit({ ...fact, ...this.by });
      },
    };
  }

  private currentRun(): RunState {
    const { run } = this.session.state;
    if (run?.run !== this.by.run) throw new Error(`Run ${this.by.run} of ${this.session.state.projectId} is over.`);
    return run;
  }

  private async untilSucceeded(stage: Stage, signal: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    for (;;) {
      signal.throwIfAborted();
      const changed = this.session.changed();
      if (this.currentRun().stages[stage] === 'succeeded') return;
      await Promise.race([changed, aborted]);
    }
  }

  private async readBlobs(files: readonly FileRef[]): Promise<readonly SourceFile[]> {
    const contents = await this.blobs.get(files.map(({ sha256 }) => sha256));
    return files.map(({ path }, index) => ({ path, content: String(contents[index] ?? '') }));
  }

  private async storeBlobs(files: readonly AppFile[]): Promise<readonly FileRef[]> {
    const refs = await this.blobs.put(files.map(({ content }) => Buffer.from(content)));
    return refs.flatMap((ref, index) => {
      const file = files[index];
      return file ? [{ path: file.path, ...ref }] : [];
    });
  }
}
