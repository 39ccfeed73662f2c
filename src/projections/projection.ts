import type { PoolClient } from 'pg';
import type { StoredEvent } from '../event-store/event-store.port.js';
import type { AnyTable } from './table-shape.js';

/**
 * A read model: tables that a fold keeps in step with the log. If the tables and the checkpoint are cleared, folding the log
 * again gives the same rows.
 */
export interface Projection {
  /** The name of its row in the table `projection`, which stores its position in the log and its version. */
  readonly name: string;

  /** Increase it whenever the fold gives another result for the same events. The view is then rebuilt at the next start. */
  readonly version: number;

  /** The tables that it writes. Its statements name them without a schema. */
  readonly tables: readonly AnyTable[];

  /** Folds a batch of events, in log order, in the transaction that also moves the checkpoint. */
  apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void>;
}
