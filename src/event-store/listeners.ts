/** Who is to be told of something in this process. */
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
        // A listener's fault: neither the other listeners nor the append that tells may suffer from it.
        process.emitWarning(`A listener of the log threw: ${String(error)}`);
      }
    }
  }
}
