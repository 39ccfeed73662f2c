/** A client's messages, handled one at a time in the order they came. */
export class Inbox<T> {
  readonly #waiting: T[] = [];
  #isHandling = false;

  /** @param handle must not reject */
  constructor(
    private readonly handle: (item: T) => Promise<void>,
    private readonly maxWaiting: number,
  ) {}

  /** False if too many are waiting already; the item is dropped. */
  push(item: T): boolean {
    if (this.#waiting.length >= this.maxWaiting) return false;
    this.#waiting.push(item);
    if (!this.#isHandling) void this.#work();
    return true;
  }

  async #work(): Promise<void> {
    this.#isHandling = true;
    for (let item = this.#waiting.shift(); item !== undefined; item = this.#waiting.shift()) await this.handle(item);
    this.#isHandling = false;
  }
}
