import { Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { EventStore, StoredEvent } from '../event-store/event-store.port.js';
import { followAll, type Follower } from '../event-store/follow.js';
import type { Projection } from './projection.js';
import { Watermark } from './watermark.js';

/** Most events folded in one transaction. */
const BATCH_SIZE = 500;

/**
 * Keeps one projection up to date: batch by batch, the rows and the checkpoint in one transaction. Instances compete for
 * the checkpoint's row, so each event is folded once, whoever is first. What fails is tried again until it succeeds.
 */
export class ProjectionRunner {
  private readonly logger: Logger;
  private isStopping = false;
  private readonly reached = new Watermark();
  private follower: Follower | undefined;

  constructor(
    private readonly projection: Projection,
    private readonly pool: Pool,
    private readonly store: EventStore,
  ) {
    this.logger = new Logger(`projection ${projection.name}`);
  }

  /** Goes on behind the checkpoint, then follows the log. */
  async start(): Promise<void> {
    this.reached.moveTo(await checkpoint(this.pool, this.projection.name));
    this.follower = followAll(this.store, this.position, (events) => this.take(events), {
      pageSize: BATCH_SIZE,
      onError: (error) => this.report(error),
    });
  }

  /** Resolves when no transaction of this runner is open; its waiting readers are let go. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.reached.release();
    await this.follower?.stop();
  }

  /** The last position that the view holds, as far as this instance knows. */
  get position(): number {
    return this.reached.value;
  }

  /** True once the view holds everything up to `position`; false when that took longer than `timeoutMs`. */
  caughtUp(position: number, timeoutMs: number): Promise<boolean> {
    return this.reached.wait(position, timeoutMs);
  }

  private async take(events: readonly StoredEvent[]): Promise<void> {
    const target = events.at(-1)?.position ?? 0;
    while (this.position < target && !this.isStopping) {
      this.reached.moveTo(await this.commit(await this.batchFrom(events)));
    }
  }

  /** The given events where they continue the view, else what the log has next. */
  private async batchFrom(events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
    return events[0]?.position === this.position + 1 ? events : await this.store.readAll(this.position, BATCH_SIZE);
  }

  /** Folds the batch and returns the checkpoint: another instance may have been quicker, or someone has reset the view. */
  private async commit(batch: readonly StoredEvent[]): Promise<number> {
    const last = batch.at(-1)?.position ?? this.position;
    return inTransaction(this.pool, async (tx) => {
      const position = await lockCheckpoint(tx, this.projection.name);
      if (position !== this.position) return position;
      await this.projection.apply(tx, batch);
      await tx.query('UPDATE projection SET position = $2, updated_at = now() WHERE name = $1', [
        this.projection.name,
        last,
      ]);
      return last;
    });
  }

  private report(error: unknown): void {
    this.logger.error(
      `Could not go on behind position ${this.position}, trying again: ${String(error)}`,
      error instanceof Error ? error.stack : undefined,
    );
  }
}

async function checkpoint(pool: Pool, name: string): Promise<number> {
  await pool.query('INSERT INTO projection (name, position) VALUES ($1, 0) ON CONFLICT DO NOTHING', [name]);
  const { rows } = await pool.query<{ position: string }>('SELECT position FROM projection WHERE name = $1', [name]);
  return Number(rows[0]?.position ?? 0);
}

async function lockCheckpoint(tx: PoolClient, name: string): Promise<number> {
  const { rows } = await tx.query<{ position: string }>('SELECT position FROM projection WHERE name = $1 FOR UPDATE', [
    name,
  ]);
  if (!rows[0])
    throw new Error(`The checkpoint of projection ${name} is gone; restart the service to rebuild the view.`);
  return Number(rows[0].position);
}

async function inTransaction<Result>(pool: Pool, work: (tx: PoolClient) => Promise<Result>): Promise<Result> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query('BEGIN');
    const result = await work(tx);
    await tx.query('COMMIT');
    return result;
  } catch (error) {
    await tx.query('ROLLBACK').catch((failure: unknown) => {
      broken = new Error('The connection did not roll back.', { cause: failure });
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
