/** The listeners for something in this process. */
export class Listeners<Told> {
  private readonly listeners = new Set<(told: Told) => void>();

  add(onTold: (told: Told) => void): () => void {
    // A wrapper of its own, so that the same function may listen twice.
    const listener = (told: Told): void => {
      onTold(told);
    };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells every listener now. */
  tell(told: Told): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(told);
      } catch (error) {
        // The listener's fault: it must not affect the other listeners, nor the append that notifies them.
        process.emitWarning(`A listener of the log threw: ${String(error)}`);
      }
    }
  }
}
