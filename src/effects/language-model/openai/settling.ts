/** The longest that a server may take from the end of an answer to its usage or the end of the connection. */
const SETTLE_MS = 1_000;

/** Ends the reading of an answer that is whole, where its server sends neither the mark of the end nor the end of the connection. */
export class Settling {
  readonly #isOver = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  /** Aborted when nothing has come for a second after the end. */
  readonly signal = this.#isOver.signal;

  /** The answer is complete: wait for what follows it, at most a second after the last byte. */
  begin(): void {
    this.#timer ??= setTimeout(() => this.#isOver.abort(new Error('The answer is whole.')), SETTLE_MS);
  }

  heard(): void {
    this.#timer?.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
