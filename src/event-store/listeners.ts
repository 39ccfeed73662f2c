/** The listeners for one kind of message in this process. */
export class Listeners<Told> {
  private readonly listeners = new Set<(told: Told) => void>();

  add(onTold: (told: Told) => void): () => void {
    // Wrapped, so that the same function can be added twice.
    const listener = (told: Told): void => {
      onTold(told);
    };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls every listener synchronously. */
  tell(told: Told): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(told);
      } catch (error) {
        // A bug in the listener must not affect the other listeners or the append that notifies them.
        process.emitWarning(`A listener of the log threw: ${String(error)}`);
      }
    }
  }
}
