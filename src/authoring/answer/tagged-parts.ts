import { isCutShort, withoutMark } from './cut-short.js';
import { EditLines, type Replacement } from './edit-lines.js';
import { isFence, unfenced } from './fences.js';
import { Lines } from './lines.js';
import { leadingReasoningMark, type ReasoningMark, reasoningMark } from './reasoning-marks.js';
import { type ClosingTag, closingTag, openingTag, type OpeningTag } from './tag-lines.js';

/** A file as a model has written it. */
export interface TaggedFile {
  /** The one it chose; empty where it named none. */
  readonly path: string;
  readonly content: string;
  /** Whether its end came, be it by the next file's beginning; without it, the file may be cut off anywhere. */
  readonly isEnded: boolean;
}

/** The changes of one file. */
export interface TaggedEdit {
  readonly path: string;
  readonly replacements: readonly Replacement[];
  /** Whether all that was begun in it has come to its end. */
  readonly isWhole: boolean;
}

type Open =
  | { readonly kind: 'file'; readonly path: string; readonly lines: string[] }
  | { readonly kind: 'edit'; readonly path: string; readonly edit: EditLines }
  | { readonly kind: 'fence'; readonly lines: string[] };

/**
 * Reads `<file path="…">` and `<edit path="…">` from an answer while it comes, as a person would: bent tags, lost ends and fences
 * included. Reasoning is cut away first. Each tag begins its line, so code may hold one within a line.
 */
export class TaggedParts {
  readonly files: TaggedFile[] = [];
  readonly edits: TaggedEdit[] = [];
  /** Code in a fence without a tag. */
  readonly fences: TaggedFile[] = [];
  /** What was cut away, in pieces. */
  readonly reasoning: string[] = [];
  /** Everything outside reasoning, line by line. */
  #said: string[] = [];
  #open: Open | undefined;
  #closing: RegExp | undefined;
  readonly #lines = new Lines((line) => this.#read(line));

  /** `onCode` hears each line of a file as it comes; the path of code without a tag is empty. */
  constructor(private readonly onCode?: (path: string, line: string) => void) {}

  push(delta: string): void {
    this.#lines.push(delta);
  }

  /** The answer has ended. */
  end(): this {
    this.#lines.end();
    this.#close(false);
    return this;
  }

  /** All but the reasoning. */
  get said(): string {
    return this.#said.join('\n');
  }

  /** Cuts reasoning out of the line, and reads what is left. */
  #read(line: string): void {
    let rest = line;
    for (let isCut = false; ; isCut = true) {
      if (this.#closing) {
        const end = this.#closing.exec(rest);
        this.reasoning.push(end ? rest.slice(0, end.index) : rest);
        if (!end) return;
        this.#closing = undefined;
        rest = rest.slice(end.index + end[0].length);
        isCut = true;
      }
      const mark = this.#open ? leadingReasoningMark(rest) : reasoningMark(rest);
      const piece = rest.slice(0, mark?.start);
      if ((!isCut && !mark) || piece.trim() !== '') this.#line(piece);
      if (!mark) return;
      this.#enter(mark);
      rest = rest.slice(mark.end);
    }
  }

  #enter(mark: ReasoningMark): void {
    if (mark.kind === 'opens') {
      this.#closing = mark.closing;
      return;
    }
    // It was opened where nobody sees it: all that came before was reasoning.
    this.reasoning.push(...this.#said);
    this.#said = [];
    this.#open = undefined;
    this.files.length = this.edits.length = this.fences.length = 0;
  }

  #line(line: string): void {
    this.#said.push(line);
    const open = this.#open;
    const opening = openingTag(line);
    const closing = open?.kind === 'file' || open?.kind === 'edit' ? closingTag(line) : undefined;
    if (opening && (opening.isAlone || open === undefined || open.kind === 'fence')) this.#begin(opening);
    else if (closing) this.#end(closing);
    else if (open?.kind === 'fence' && isFence(line)) this.#close(true);
    else if (open) this.#add(line);
    else if (isFence(line)) this.#open = { kind: 'fence', lines: [] };
  }

  #begin({ kind, path, rest }: OpeningTag): void {
    if (this.#open?.kind === 'fence') this.#open = undefined;
    this.#close(true);
    this.#open = kind === 'file' ? { kind, path, lines: [] } : { kind, path, edit: new EditLines() };
    if (rest !== '') this.#line(rest);
  }

  #end({ before, rest }: ClosingTag): void {
    if (before.trim() !== '') this.#add(before);
    this.#close(true);
    if (rest !== '') this.#line(rest);
  }

  #add(line: string): void {
    const open = this.#open;
    if (open?.kind === 'edit') open.edit.add(line);
    else open?.lines.push(line);
    if (open?.kind === 'file' || open?.kind === 'fence') this.onCode?.(open.kind === 'file' ? open.path : '', line);
  }

  #close(isEnded: boolean): void {
    const open = this.#open;
    this.#open = undefined;
    if (open?.kind === 'file') this.files.push({ path: open.path, content: unfenced(open.lines), isEnded });
    if (open?.kind === 'fence')
      this.fences.push({ path: '', content: `${open.lines.join('\n').trimEnd()}\n`, isEnded });
    if (open?.kind === 'edit') {
      const { replacements, isWhole } = open.edit;
      this.edits.push({ path: open.path, replacements, isWhole });
    }
  }
}

/** The parts of a whole answer. */
export function taggedParts(answer: string): TaggedParts {
  const parts = new TaggedParts();
  const text = withoutMark(answer);
  parts.push(isCutShort(answer) ? withoutTornLine(text) : text);
  return parts.end();
}

/** The last line of a truncated answer may end anywhere: a tag after code there may have been part of the code. */
function withoutTornLine(text: string): string {
  const start = text.lastIndexOf('\n') + 1;
  const closing = closingTag(text.slice(start));
  return closing && closing.before.trim() !== '' ? text.slice(0, start) : text;
}
