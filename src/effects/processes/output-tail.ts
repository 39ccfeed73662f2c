import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

const MAX_CHARACTERS = 16_384;

/** The end of what a child printed. Always drained, so that the child never blocks on a full pipe. */
export class OutputTail {
  #text = '';

  drain(...streams: readonly (Readable | null)[]): void {
    for (const stream of streams) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#text = (this.#text + text).slice(-MAX_CHARACTERS);
      });
    }
  }

  /** The last `count` lines that are not empty, without terminal colours. */
  lastLines(count: number): string {
    const lines = stripVTControlCharacters(this.#text).split(/[\r\n]+/);
    return lines
      .filter((line) => line.trim() !== '')
      .slice(-count)
      .join('\n');
  }
}
