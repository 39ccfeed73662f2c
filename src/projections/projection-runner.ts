import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Pool } from 'pg';
import type { EventStore, StoredEvent } from '../event-store/event-store.port.js';
import { followAll, type Follower } from '../event-store/follow.js';
import { lockCheckpoint, moveCheckpoint, openCheckpoint } from './checkpoint.js';
import type { Projection } from './projection.js';
import { rebuildView } from './rebuild-view.js';
import { inTransaction } from './transaction.js';
import { Watermark } from './watermark.js';

/** Maximum number of events folded in one transaction. */
const BATCH_SIZE = 500;
const PAUSE_MS = 1_000;

/**
 * Keeps one projection up to date: each batch updates the rows and the checkpoint in one transaction. Instances compete for the
 * lock on the checkpoint, so each event is folded once. A failed batch is tried again until it succeeds. A view of an older
 * version is served as it is while it is rebuilt; one of a newer version is left to the newer program.
 */
export class ProjectionRunner {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private readonly reached = new Watermark();
  private follower: Follower | undefined;
  private rebuilding: Promise<void> | undefined;
  /** Whether the view has the version of this fold and this runner follows the log. */
  private isOurs = false;

  constructor(
    private readonly projection: Projection,
    private readonly pool: Pool,
    private readonly store: EventStore,
  ) {
    this.logger = new Logger(`projection ${projection.name}`);
  }

  /** Continues after the checkpoint, then follows the log. If the view must be rebuilt, that comes first. */
  async start(): Promise<void> {
    const { name, version } = this.projection;
    const there = await openCheckpoint(this.pool, name, version);
    if (there.version === version) this.follow(there.position);
    else if (there.version > version) this.leave(there.version);
    else this.rebuilding = this.rebuild();
  }

  /** Resolves when this runner has no open transaction. Readers that wait for it stop waiting. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.reached.release();
    await this.rebuilding;
    await this.follower?.stop();
  }

  /** The last position that the view contains, as far as this instance knows. */
  get position(): number {
    return this.reached.value;
  }

  /** True once the view contains everything up to `position`; false after `timeoutMs`, or if this runner does not follow the log. */
  caughtUp(position: number, timeoutMs: number): Promise<boolean> {
    return this.isOurs ? this.reached.wait(position, timeoutMs) : Promise.resolve(false);
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private follow(position: number): void {
    this.isOurs = true;
    this.reached.moveTo(position);
    this.follower = followAll(this.store, position, (events) => this.take(events), {
      pageSize: BATCH_SIZE,
      onError: (error) => this.report(error),
    });
  }

  private leave(version: number): void {
    this.isOurs = false;
    this.reached.release();
    this.logger.warn(`The view has version ${version}, from a newer program: this one leaves it alone.`);
  }

  private async rebuild(): Promise<void> {
    const { signal } = this.stopping;
    this.logger.log('The fold has changed: rebuilding the view from the log; the old one is served meanwhile.');
    while (!this.isStopping()) {
      try {
        await rebuildView(this.projection, this.pool, this.store, signal);
        if (!this.isStopping()) await this.start();
        return;
      } catch (error) {
        this.report(error);
        // Rejects only when stop() aborts it, and the loop checks for that.
        await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async take(events: readonly StoredEvent[]): Promise<void> {
    const target = events.at(-1)?.position ?? 0;
    while (this.position < target && this.isOurs && !this.isStopping()) {
      await this.commit(await this.batchFrom(events), target);
    }
  }

  /** The given events if they directly follow the view, or else the next ones in the log. */
  private async batchFrom(events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
    return events[0]?.position === this.position + 1 ? events : await this.store.readAll(this.position, BATCH_SIZE);
  }

  /**
   * Folds the batch, unless another instance already has, or the view was reset or rebuilt.
   * @param target where the view stands if the batch is empty: its events were erased after they had been read
   */
  private async commit(batch: readonly StoredEvent[], target: number): Promise<void> {
    const { name, version } = this.projection;
    const last = batch.at(-1)?.position ?? target;
    const now = await inTransaction(this.pool, async (tx) => {
      const there = await lockCheckpoint(tx, name);
      if (!there)
        throw new Error(`The checkpoint of projection ${name} is gone; restart the service to rebuild the view.`);
      if (there.version !== version || there.position !== this.position) return there;
      await this.projection.apply(tx, batch);
      await moveCheckpoint(tx, name, { position: last, version });
      return { position: last, version };
    });
    if (now.version === version) this.reached.moveTo(now.position);
    else this.leave(now.version);
  }

  private report(error: unknown): void {
    this.logger.error(
      `Could not continue after position ${this.position}; trying again: ${String(error)}`,
      error instanceof Error ? error.stack : undefined,
    );
  }
}
