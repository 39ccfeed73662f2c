/** Splits streamed text into lines and passes each one on without its line ending (LF or CRLF). */
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

  /** Passes on a last line that has no line ending. */
  end(): void {
    if (this.#unread !== '') this.#give();
    this.#unread = '';
  }

  #give(): void {
    this.onLine(this.#unread.endsWith('\r') ? this.#unread.slice(0, -1) : this.#unread);
  }
}
