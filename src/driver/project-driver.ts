import { Inject, Injectable, Logger } from '@nestjs/common';
import { OpenEdits } from '../commands/open-edits.port.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import { followStream } from '../event-store/follow.js';
import { DriverSuperseded } from '../generation/errors.js';
import { pendingWork } from '../generation/pending-work.js';
import type { Stage } from '../generation/stage-plan.js';
import { ProjectRestorer } from '../stages/project-restorer.js';
import { StageTiming } from '../stages/stage-deadlines.js';
import { SiteExporter } from '../stages/site-exporter.js';
import { StageTasks } from '../stages/stage-tasks.js';
import { FolderCheck } from './folder-check.js';
import { ProjectEraser } from './project-eraser.js';
import { ProjectSession } from './project-session.js';
import { SiteWork } from './site-work.js';
import { untilNextRestart } from './restart-wait.js';
import { StageWork } from './stage-work.js';
import { type Work, WorkRunner } from './work-runner.js';

/** Drives a project forward until nothing is left to do. */
@Injectable()
export class ProjectDriver {
  private readonly logger = new Logger('Driver');

  constructor(
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    private readonly tasks: StageTasks,
    private readonly exporter: SiteExporter,
    @Inject(StageTiming) private readonly timing: StageTiming,
    @Inject(ProjectRestorer) private readonly restorer: Pick<ProjectRestorer, 'restore'>,
    @Inject(OpenEdits) private readonly edits: Pick<OpenEdits, 'reconcile'>,
    @Inject(ProjectEraser) private readonly eraser: Pick<ProjectEraser, 'erase'>,
  ) {}

  /**
   * Returns when the run and its background work have ended, or another driver has taken over. For a deleted project it erases what
   * is left: any earlier driver has stopped by now.
   * @throws the reason `signal` was aborted with, and errors of the log: the caller tries again later.
   */
  async drive(projectId: string, signal: AbortSignal): Promise<void> {
    const session = await ProjectSession.open(this.store, projectId);
    if (session.state.isDeleted) return this.eraser.erase(projectId, session.state.seq);
    if (!hasWork(session)) return;
    await session.submit({ type: 'AttachDriver' });
    const follower = followStream(this.store, projectId, session.state.seq, () => session.catchUp());
    const { tasks, exporter, blobs, timing, edits } = this;
    const folder = new FolderCheck(session.state, this.restorer, blobs);
    const work = new RunningWork(session, tasks, exporter, blobs, edits, timing, folder, session.state.epoch);
    try {
      await work.untilDone(signal);
    } catch (error) {
      if (!(error instanceof DriverSuperseded)) {
        if (!signal.aborted) this.tellStandstill(projectId, error);
        throw error;
      }
      this.logger.warn(error.message);
    } finally {
      await work.stop();
      await follower.stop();
    }
  }

  /** Not an event: the run is stalled because no event can be appended. */
  private tellStandstill(projectId: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The run is stalled and is tried again every second: ${reason}`;
    this.store.notify(projectId, { code: 'run_stalled', message });
  }
}

function hasWork(session: ProjectSession): boolean {
  const { stages, restarts, mustCancel, mustExport } = pendingWork(session.state);
  return mustCancel || mustExport || stages.length > 0 || restarts.length > 0;
}

/** The running work, kept in line with what the rules say should run. */
class RunningWork {
  private readonly running = new Map<string, WorkRunner>();

  constructor(
    private readonly session: ProjectSession,
    private readonly tasks: StageTasks,
    private readonly exporter: SiteExporter,
    private readonly blobs: BlobStore,
    private readonly edits: Pick<OpenEdits, 'reconcile'>,
    private readonly timing: StageTiming,
    private readonly folder: FolderCheck,
    private readonly epoch: number,
  ) {}

  async untilDone(signal: AbortSignal): Promise<void> {
    const aborted = rejectionOf(signal);
    for (;;) {
      signal.throwIfAborted();
      if (this.session.state.epoch !== this.epoch) {
        throw new DriverSuperseded(this.session.state.projectId, this.epoch, this.session.state.epoch);
      }
      const changed = this.session.changed();
      const { stages, restarts, mustCancel, mustExport } = pendingWork(this.session.state);
      await this.runOnly(stages, mustExport);
      if (mustCancel) await this.session.submit({ type: 'FinishCancel', ...this.by });
      else if (this.running.size === 0 && restarts.length === 0) return;
      const waiting = new AbortController();
      const due = untilNextRestart(restarts, waiting.signal);
      const ended = [...this.running.values()].map((runner) => runner.ended);
      const stage = await Promise.race([due, changed, aborted, ...ended]).finally(() => waiting.abort());
      if (stage) await this.session.submit({ type: 'RestartStage', stage, ...this.by });
    }
  }

  /** Ends all work; resolves when it has ended. */
  async stop(): Promise<void> {
    await Promise.allSettled([...this.running.values()].map((runner) => runner.stop()));
    this.running.clear();
  }

  private get by(): { readonly epoch: number; readonly run: number } {
    return { epoch: this.epoch, run: this.session.state.run?.run ?? 0 };
  }

  private async runOnly(stages: readonly Stage[], mustExport: boolean): Promise<void> {
    const { session, exporter, blobs, folder, by } = this;
    const wanted = new Map(stages.map((stage) => [`${by.run}/${stage}`, (): Work => this.workOf(stage)]));
    if (mustExport) wanted.set(`${by.run}/site`, () => new SiteWork(session, exporter, blobs, folder, by));
    for (const [key, runner] of this.running) {
      if (wanted.has(key) && !runner.hasEnded) continue;
      await runner.stop();
      this.running.delete(key);
    }
    for (const [key, work] of wanted) {
      if (!this.running.has(key)) this.running.set(key, new WorkRunner(this.session, work()));
    }
  }

  private workOf(stage: Stage): Work {
    const { session, blobs, edits, by } = this;
    const { deadlinesMs, heartbeatMs } = this.timing;
    const task = this.folder.before(this.tasks.of(stage));
    return new StageWork(session, task, blobs, edits, by, deadlinesMs[stage], heartbeatMs);
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void =>
    reject(signal.reason instanceof Error ? signal.reason : new Error('The driver was stopped.'));
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  promise.catch(() => {
    // Handled by the race; nobody waits once the drive has ended.
  });
  return promise;
}
