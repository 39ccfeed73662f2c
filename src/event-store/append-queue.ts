import type { Append, AppendOutcome } from './postgres-append.js';
import type { StoredEvent } from './event-store.port.js';

interface Waiting extends Append {
  readonly resolve: (stored: readonly StoredEvent[]) => void;
  readonly reject: (error: Error) => void;
}

/** Maximum number of events in one statement. A single append that is larger is still stored whole. */
const MAX_BATCH_EVENTS = 1_000;

/** Collects appends while a batch is being written: a busy log needs few commits, and an idle one adds no delay. */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;

  /**
   * @param store writes a batch of appends to different streams; never rejects
   * @param onStored called with the streams that grew, in the tick in which their appends resolve
   */
  constructor(
    private readonly store: (appends: readonly Append[]) => Promise<readonly AppendOutcome[]>,
    private readonly onStored: (streamIds: ReadonlySet<string>) => void,
  ) {}

  add(append: Append): Promise<readonly StoredEvent[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly StoredEvent[]>();
    this.waiting.push({ ...append, resolve, reject });
    this.running ??= this.run();
    return promise;
  }

  /** Resolves when no append is running or waiting. */
  async drained(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // Lets other appends of the same tick join the first batch.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      settle(batch, await this.store(batch), this.onStored);
    }
    this.running = undefined;
  }

  /** The oldest appends, at most one per stream: two appends to the same stream would claim the same seq. */
  private takeBatch(): readonly Waiting[] {
    const batch = new Map<string, Waiting>();
    const left: Waiting[] = [];
    let size = 0;
    for (const append of this.waiting) {
      const fits = size === 0 || size + append.events.length <= MAX_BATCH_EVENTS;
      if (fits && !batch.has(append.streamId)) {
        batch.set(append.streamId, append);
        size += append.events.length;
      } else left.push(append);
    }
    this.waiting = left;
    return [...batch.values()];
  }
}

function settle(
  batch: readonly Waiting[],
  outcomes: readonly AppendOutcome[],
  onStored: (streamIds: ReadonlySet<string>) => void,
): void {
  const grown = new Set<string>();
  batch.forEach((append, index) => {
    const outcome = outcomes[index];
    if (outcome && 'stored' in outcome) {
      append.resolve(outcome.stored);
      grown.add(append.streamId);
    } else append.reject(outcome?.error ?? new Error('The batch returned no outcome for this append.'));
  });
  if (grown.size > 0) onStored(grown);
}
