import { setTimeout as wait } from 'node:timers/promises';
import type { DriverCommand } from '../generation/commands.js';
import { codeOf } from '../stages/stage-failure.js';
import type { ProjectSession } from './project-session.js';

/** What a driver does for a project: a stage of its run, or the export of its site. */
export interface Work {
  /** The longest it may take. */
  readonly deadlineMs: number;
  /** The error if it takes longer. */
  expired(): Error;
  /** Does the work; returns the command that records it in the log. */
  execute(signal: AbortSignal): Promise<DriverCommand>;
  /** The command that records a failure in the log. */
  failure(error: unknown): DriverCommand;
}

/** How long stopped work may take to record what it has spent. */
const GRACE_MS = 250;

/** One piece of work, from its start to its recorded outcome. */
export class WorkRunner {
  /** Resolves when the outcome is in the log, or the work was stopped; rejects when the log refuses. */
  readonly ended: Promise<void>;
  hasEnded = false;
  private readonly stopping = new AbortController();
  private readonly expiry: AbortSignal;

  constructor(
    private readonly session: ProjectSession,
    private readonly work: Work,
  ) {
    this.expiry = AbortSignal.timeout(work.deadlineMs);
    this.ended = this.run().finally(() => {
      this.hasEnded = true;
    });
    this.ended.catch(() => {
      // Handled by callers that race on `ended`; until then it must not count as unhandled.
    });
  }

  /** Asks the work to end; resolves when it has. Its result is dropped. */
  async stop(): Promise<void> {
    this.stopping.abort(new Error('The work was stopped.'));
    await this.ended;
  }

  private async run(): Promise<void> {
    try {
      const done = this.work.execute(AbortSignal.any([this.stopping.signal, this.expiry]));
      const outcome = await Promise.race([done, this.whenStopped(done), this.whenExpired()]);
      if (outcome) await this.session.submit(outcome);
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      if (isOfTheLog(error)) throw error;
      await this.session.submit(this.work.failure(error));
    }
  }

  /**
   * Work that listens to the signal may still record what it has spent. Other work is left behind: whatever it tries to record is
   * refused by its signal.
   */
  private async whenStopped(done: Promise<unknown>): Promise<undefined> {
    const { signal } = this.stopping;
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    await Promise.race([done.catch(() => undefined), wait(GRACE_MS, undefined, { ref: false })]);
  }

  private whenExpired(): Promise<never> {
    return new Promise((_, reject) => {
      this.expiry.addEventListener('abort', () => reject(this.work.expired()), { once: true });
    });
  }
}

/** The driver cannot continue without the log: such an error ends the drive and does not fail the work. */
function isOfTheLog(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'driver_superseded' || code === 'version_conflict' || code === 'log_unavailable';
}
