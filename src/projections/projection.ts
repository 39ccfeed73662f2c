import type { PoolClient } from 'pg';
import type { StoredEvent } from '../event-store/event-store.port.js';
import type { AnyTable } from './table-shape.js';

/** A read model: tables that a fold keeps up to date with the log. Emptied with its checkpoint, it comes out the same again. */
export interface Projection {
  /** The name of its row in `projection`, which says how far it has read, and by which version. */
  readonly name: string;

  /** Count it up with every change of what the fold makes of the same events: the view is then rebuilt at the next start. */
  readonly version: number;

  /** The tables it writes; it names them without their schema. */
  readonly tables: readonly AnyTable[];

  /** Folds a batch, in log order, into the tables; inside the transaction that also moves the checkpoint. */
  apply(tx: PoolClient, events: readonly StoredEvent[]): Promise<void>;
}
