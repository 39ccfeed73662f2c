import type { Doorbell } from './event-store.port.js';

/** Who is to be told, in this process, that streams have grown. */
export class DoorbellListeners {
  private readonly listeners = new Set<(bell: Doorbell) => void>();

  add(onBell: (bell: Doorbell) => void): () => void {
    // A wrapper of its own, so that the same function may listen twice.
    const listener = (bell: Doorbell): void => {
      onBell(bell);
    };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Rings every listener now; `undefined`: any stream may have grown. */
  ring(streamIds: ReadonlySet<string> | undefined): void {
    for (const listener of [...this.listeners]) {
      try {
        listener({ streamIds });
      } catch (error) {
        // A listener's fault: neither the other listeners nor the append that rings may suffer from it.
        process.emitWarning(`A listener of the log's doorbell threw: ${String(error)}`);
      }
    }
  }
}
