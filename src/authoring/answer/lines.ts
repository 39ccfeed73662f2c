/** Gives a text that comes in pieces line by line, without the ends of its lines (LF or CRLF). */
export class Lines {
  #unread = '';

  constructor(private readonly onLine: (line: string) => void) {}

  push(delta: string): void {
    const lines = delta.split('\n');
    const [first = ''] = lines;
    this.#unread += first;
    for (const next of lines.slice(1)) {
      this.#give();
      this.#unread = next;
    }
  }

  /** The last line may have no end. */
  end(): void {
    if (this.#unread !== '') this.#give();
    this.#unread = '';
  }

  #give(): void {
    this.onLine(this.#unread.endsWith('\r') ? this.#unread.slice(0, -1) : this.#unread);
  }
}
