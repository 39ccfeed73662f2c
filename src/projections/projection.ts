import type { PoolClient } from 'pg';
import type { StoredEvent } from '../event-store/event-store.port.js';

/** A read model: a table that a fold keeps up to date with the log. Emptied with its checkpoint, it comes out the same again. */
export interface Projection {
  /** The name of its row in `projection`, which says how far it has read. */
  readonly name: string;

  /** Folds a batch, in log order, into the table; inside the transaction that also moves the checkpoint. */
  apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void>;
}
