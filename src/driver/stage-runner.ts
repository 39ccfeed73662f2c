import { setTimeout as wait } from 'node:timers/promises';
import type { OpenEdits } from '../commands/open-edits.port.js';
import type { BlobStore } from '../event-store/blob-store.port.js';
import type { FileRef } from '../generation/events.js';
import type { SourceFile } from '../generation/plan.js';
import type { Stage } from '../generation/stage-plan.js';
import type { RunState } from '../generation/run-state.js';
import { StageDeadline } from '../stages/stage-deadlines.js';
import { codeOf, stageFailure } from '../stages/stage-failure.js';
import type { NewFile, StageContext, StageTask } from '../stages/stage-task.js';
import { ModelJournal } from './model-journal.js';
import type { ProjectSession } from './project-session.js';
import { keepTelling } from './stage-heartbeat.js';

/** How long stopped work may take to note what it has spent. */
const GRACE_MS = 250;

/** One stage at work, from its start to its recorded outcome. */
export class StageRunner {
  /** Resolves when the outcome is in the log, or the work was stopped; rejects when the log refuses. */
  readonly ended: Promise<void>;
  hasEnded = false;
  private readonly stopping = new AbortController();
  private readonly expiry: AbortSignal;

  constructor(
    private readonly session: ProjectSession,
    private readonly task: StageTask,
    private readonly blobs: BlobStore,
    private readonly edits: Pick<OpenEdits, 'reconcile'>,
    private readonly by: { readonly epoch: number; readonly run: number },
    private readonly deadlineMs: number,
    heartbeatMs: number,
  ) {
    this.expiry = AbortSignal.timeout(deadlineMs);
    const stopTelling = keepTelling(session, task.stage, heartbeatMs);
    this.ended = this.work().finally(() => {
      stopTelling();
      this.hasEnded = true;
    });
    this.ended.catch(() => {
      // Heard by whoever races on `ended`; kept from counting as unhandled until then.
    });
  }

  /** Asks the work to end; resolves when it has. What it was worth is dropped. */
  async stop(): Promise<void> {
    this.stopping.abort(new Error(`The stage ${this.task.stage} was stopped.`));
    await this.ended;
  }

  private async work(): Promise<void> {
    const { stage } = this.task;
    try {
      const done = this.task.execute(this.context());
      const output = await Promise.race([done, this.whenStopped(done), this.whenExpired()]);
      if (output === undefined) return;
      await this.session.submit({ type: 'CompleteStage', stage, output, ...this.by });
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      if (isOfTheLog(error)) throw error;
      await this.session.submit({ type: 'FailStage', stage, ...stageFailure(stage, error), ...this.by });
    }
  }

  /**
   * Work that listens may still note what it has spent. Work that does not is left behind: whatever it tries to record is
   * refused by its signal.
   */
  private async whenStopped(done: Promise<unknown>): Promise<undefined> {
    const { signal } = this.stopping;
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    await Promise.race([done.catch(() => undefined), wait(GRACE_MS, undefined, { ref: false })]);
  }

  private whenExpired(): Promise<never> {
    return new Promise((_, reject) => {
      const expire = (): void => reject(new StageDeadline(this.task.stage, this.deadlineMs));
      this.expiry.addEventListener('abort', expire, { once: true });
    });
  }

  private context(): StageContext {
    const signal = AbortSignal.any([this.stopping.signal, this.expiry]);
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

  private async storeBlobs(files: readonly NewFile[]): Promise<readonly FileRef[]> {
    const refs = await this.blobs.put(files.map(({ content }) => Buffer.from(content)));
    return refs.flatMap((ref, index) => {
      const file = files[index];
      return file ? [{ path: file.path, ...ref }] : [];
    });
  }
}

/** The driver cannot go on without the log: such an error ends the drive, not the stage. */
export function isOfTheLog(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'driver_superseded' || code === 'version_conflict' || code === 'log_unavailable';
}
