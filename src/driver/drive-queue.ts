import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { ClientConfig } from 'pg';
import { PgBoss } from 'pg-boss';
import { DriveLeases } from './drive-leases.js';
import { ProjectDriver } from './project-driver.js';

/** How the queue reaches its database and how much it takes on. */
export abstract class DriveQueueOptions {
  /** node-postgres settings of the database that also holds the log. */
  abstract readonly connection: ClientConfig;
  abstract readonly maxActiveRuns: number;
}

interface DriveJob {
  readonly projectId: string;
}

/** Drives one project at a time. */
interface Worker {
  id: string;
  isBusy: boolean;
}

const QUEUE = 'drive';
const SWEEP_MS = 1_000;
/** How long after its last heartbeat has expired a frozen driver is noticed, at most. Each check costs ten statements, even on an idle service. */
const SUPERVISE_SECONDS = 3;
const PAUSE_MS = 1_000;
/** From a job's start to its lease: well above what taking the lock needs. */
const ORPHAN_GRACE_MS = 1_000;
/** From a driver's return to the end of its job: well above what pg-boss needs to complete it. */
const COMPLETION_GRACE_MS = 3_000;

/** Jobs "drive project X forward" on pg-boss, one at a time per project: the lease of a driver. */
@Injectable()
export class DriveQueue {
  private readonly logger = new Logger('DriveQueue');
  private readonly stopping = new AbortController();
  private readonly boss: PgBoss;
  private readonly leases: DriveLeases;
  private readonly workers: Worker[] = [];
  private sweeping: NodeJS.Timeout | undefined;
  /** Drivers of this process by project, until their jobs are certainly over: these are alive, whatever happens to their leases. */
  private readonly inHand = new Map<string, number>();

  constructor(
    @Inject(DriveQueueOptions) private readonly options: DriveQueueOptions,
    private readonly driver: ProjectDriver,
  ) {
    // A frozen driver's job ends with its heartbeat, a dead one's with its lease (DriveLeases).
    const { connection } = options;
    this.boss = new PgBoss({
      ...(connection as object),
      max: 4,
      useListenNotify: true,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
      schedule: false,
    });
    this.leases = new DriveLeases(connection, (error) => {
      this.logger.warn(`Lost the session that holds the leases; opening it again: ${error.message}`);
    });
    this.boss.on('error', (error) => this.logger.error(error.message));
    this.boss.on('warning', ({ message }) => this.logger.warn(message));
  }

  /** Starts taking jobs. Call before `request`. */
  async start(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(QUEUE, {
      policy: 'singleton',
      notify: true,
      heartbeatSeconds: 10,
      expireInSeconds: 86_000,
      // Each crash uses up one retry; a run must never run out of them.
      retryLimit: 1_000_000,
      deleteAfterSeconds: 3600,
    });
    await this.takeOver();
    for (let count = 0; count < this.options.maxActiveRuns; count++) await this.hire();
    this.sweeping = setInterval(() => {
      void this.takeOver();
      this.wakeOne();
    }, SWEEP_MS).unref();
  }

  /** Asks for a driver. Requests with the same `position` count once, however many instances send them. */
  async request(projectId: string, position: number): Promise<void> {
    const id = `00000000-0000-4000-8000-${position.toString(16).padStart(12, '0')}`;
    await this.boss.send(QUEUE, { projectId } satisfies DriveJob, { id, singletonKey: projectId });
  }

  /** Returns its jobs to the queue: another instance, or the next start, continues them. */
  async stop(): Promise<void> {
    clearInterval(this.sweeping);
    this.stopping.abort(new Error('The service is stopping.'));
    await this.boss.stop({ graceful: true, timeout: 4_000 });
    await this.leases.close();
  }

  private async hire(): Promise<void> {
    const worker: Worker = { id: '', isBusy: false };
    // Postgres announces new jobs, but not jobs that returned to the queue: `wakeOne` makes a worker look for those.
    const options = { heartbeatRefreshSeconds: 2, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 30 };
    worker.id = await this.boss.work<DriveJob>(QUEUE, options, async ([job]) => {
      if (!job) return;
      worker.isBusy = true;
      this.wakeOne();
      try {
        await this.drive(job.data.projectId, AbortSignal.any([job.signal, this.stopping.signal]));
      } finally {
        worker.isBusy = false;
        this.boss.notifyWorker(worker.id);
      }
    });
    this.workers.push(worker);
  }

  /** Makes one idle worker look for a job; if it finds one, the next worker looks as well. Waking all would cost a query each. */
  private wakeOne(): void {
    const idle = this.workers.find(({ isBusy }) => !isBusy);
    if (idle) this.boss.notifyWorker(idle.id);
  }

  private async drive(projectId: string, signal: AbortSignal): Promise<void> {
    this.inHand.set(projectId, this.inHandOf(projectId) + 1);
    try {
      await this.leases.take(projectId);
      await this.driver.drive(projectId, signal);
    } catch (error) {
      await this.pauseBeforeNext(projectId, error, signal);
      throw error;
    } finally {
      setTimeout(() => this.letGo(projectId), COMPLETION_GRACE_MS).unref();
      await this.leases.release(projectId);
    }
  }

  private inHandOf(projectId: string): number {
    return this.inHand.get(projectId) ?? 0;
  }

  private letGo(projectId: string): void {
    const left = this.inHandOf(projectId) - 1;
    if (left > 0) this.inHand.set(projectId, left);
    else this.inHand.delete(projectId);
  }

  /** The queue hands the job out again at once, but a log that is away should not be asked that often. */
  private async pauseBeforeNext(projectId: string, error: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.logger.warn(`The run of ${projectId} is stalled and is tried again in a second: ${String(error)}`);
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => {
      // The service stops: nothing to wait for.
    });
  }

  /** Jobs of processes that died go back to the queue now, rather than after their heartbeats have run out. */
  private async takeOver(): Promise<void> {
    try {
      for (const { id, projectId } of await this.leases.orphans(QUEUE, ORPHAN_GRACE_MS)) {
        if (this.inHandOf(projectId) > 0) continue;
        this.logger.log(`The driver of ${projectId} is gone; its run continues.`);
        await this.boss.fail(QUEUE, id, { reason: 'its process died' });
      }
    } catch (error) {
      this.logger.warn(`Could not look for runs whose driver died; trying again: ${String(error)}`);
    }
  }
}
