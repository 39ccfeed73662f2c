import { withoutMark } from './cut-short.js';
import { Lines } from './lines.js';
import { leadingReasoningMark, type ReasoningMark, reasoningMark } from './reasoning-marks.js';

interface OpenBrace {
  /** Offset of the brace into what was read. */
  readonly start: number;
  /** Whole objects within it: they count by themselves where it does not end. */
  readonly inner: Range[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A brace that may begin an object, not a word of the prose (`{name}`). */
const OBJECT = /\{(?=\s{0,200}(?:["'}/]|[A-Za-z_]{1,40}\s{0,3}:|$))/;

/**
 * Finds the whole JSON objects of an answer while it comes, whatever stands around them. Reasoning is cut away first. A JSON text has no line
 * end within a string, but models write some: `stringsSpanLines` says how to read them.
 */
export class JsonObjects {
  /** Everything that was read of objects and of what is between them. */
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

  /** The answer has ended: its whole objects, in order, none within another whole one. */
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

  /** Reads the text to its end, or to a mark of reasoning outside of any object: returns that. */
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

  /** One character of an object; returns where the last one that was read is. */
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

/** An apostrophe within a bare word is none that opens a string. */
function opensString(text: string, at: number): boolean {
  return !/[A-Za-z0-9]/.test(text.charAt(at - 1));
}

/** The whole objects of a whole answer, in order: a line end within a string is taken for one, then for the end of a cut one. */
export function jsonObjects(answer: string): readonly string[] {
  const read = [true, false].flatMap((stringsSpanLines) => {
    const objects = new JsonObjects(stringsSpanLines);
    objects.push(withoutMark(answer));
    return objects.end();
  });
  return [...new Set(read)];
}
