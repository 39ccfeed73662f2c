import { withoutMark } from './cut-short.js';
import { Lines } from './lines.js';
import { leadingReasoningMark, type ReasoningMark, reasoningMark } from './reasoning-marks.js';

interface OpenBrace {
  /** Offset of the brace in the text read so far. */
  readonly start: number;
  /** Complete objects inside it. They are returned on their own if this one is never closed. */
  readonly inner: Range[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A brace that may start an object, unlike a placeholder in prose (`{name}`). */
const OBJECT = /\{(?=\s{0,200}(?:["'}/]|[A-Za-z_]{1,40}\s{0,3}:|$))/;

/**
 * Finds the complete JSON objects in an answer as it streams in, whatever text surrounds them. Reasoning is removed first. JSON
 * strings may not contain line breaks, but models write some: `stringsSpanLines` decides whether a string continues on the next
 * line or ends with its line.
 */
export class JsonObjects {
  /** The text read so far, without reasoning. */
  #text = '';
  #open: OpenBrace[] = [];
  #whole: Range[] = [];
  #quote: string | undefined;
  #closing: RegExp | undefined;
  readonly #lines = new Lines((line) => this.#read(line));

  constructor(private readonly stringsSpanLines: boolean) {}

  push(delta: string): void {
    this.#lines.push(delta);
  }

  /** Ends the answer. Returns the outermost complete objects, in order. */
  end(): readonly string[] {
    this.#lines.end();
    const left = this.#open.flatMap(({ inner }) => inner);
    return [...this.#whole, ...left].map(({ start, end }) => this.#text.slice(start, end));
  }

  #read(line: string): void {
    let rest = line;
    for (;;) {
      if (this.#closing) {
        const end = this.#closing.exec(rest);
        if (!end) return;
        this.#closing = undefined;
        rest = rest.slice(end.index + end[0].length);
      }
      const mark = leadingReasoningMark(rest) ?? this.#scan(rest);
      if (!mark) break;
      this.#enter(mark);
      rest = rest.slice(mark.end);
    }
    if (!this.stringsSpanLines) this.#quote = undefined;
    this.#text += '\n';
  }

  #enter(mark: ReasoningMark): void {
    if (mark.kind === 'opens') this.#closing = mark.closing;
    else {
      this.#open = [];
      this.#whole = [];
      this.#quote = undefined;
    }
  }

  /** Reads the text up to its end or to a reasoning mark outside any object, and returns that mark. */
  #scan(text: string): ReasoningMark | undefined {
    const mark = this.#scanned(text, this.#text.length);
    this.#text += text.slice(0, mark?.start);
    return mark;
  }

  #scanned(text: string, offset: number): ReasoningMark | undefined {
    let mark = reasoningMark(text);
    for (let at = 0; at < text.length; at++) {
      if (this.#open.length === 0) {
        if (mark && mark.start < at) mark = reasoningMark(text, at);
        const found = OBJECT.exec(text.slice(at, mark?.start));
        if (!found) return mark;
        at += found.index;
        this.#open.push({ start: offset + at, inner: [] });
      } else at = this.#step(text, at, offset);
    }
    return undefined;
  }

  /** Reads one character inside an object and returns the offset of the last character it consumed. */
  #step(text: string, at: number, offset: number): number {
    const character = text.charAt(at);
    if (this.#quote !== undefined) {
      if (character === '\\') return at + 1;
      if (character === this.#quote) this.#quote = undefined;
    } else if (character === '"' || (character === "'" && opensString(text, at))) this.#quote = character;
    else if (character === '{') this.#open.push({ start: offset + at, inner: [] });
    else if (character === '}') this.#close(offset + at + 1);
    return at;
  }

  #close(end: number): void {
    const closed = this.#open.pop();
    if (closed) (this.#open.at(-1)?.inner ?? this.#whole).push({ start: closed.start, end });
  }
}

/** An apostrophe inside a word does not open a string. */
function opensString(text: string, at: number): boolean {
  return !/[A-Za-z0-9]/.test(text.charAt(at - 1));
}

/**
 * The complete objects in a finished answer, in order, read both ways: with strings that span lines, and with strings that end at
 * the line break.
 */
export function jsonObjects(answer: string): readonly string[] {
  const read = [true, false].flatMap((stringsSpanLines) => {
    const objects = new JsonObjects(stringsSpanLines);
    objects.push(withoutMark(answer));
    return objects.end();
  });
  return [...new Set(read)];
}
