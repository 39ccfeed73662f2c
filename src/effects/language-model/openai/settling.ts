/** Between the end of an answer and its usage, or the end of its connection, a server may take so long. */
const SETTLE_MS = 1_000;

/** Ends the reading of an answer that is whole, where its server sends neither the mark of the end nor the end of the connection. */
export class Settling {
  readonly #isOver = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  /** Aborted when nothing has come for a second after the end. */
  readonly signal = this.#isOver.signal;

  /** The answer is whole: wait for what comes behind it, no longer than a second from the last byte. */
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
