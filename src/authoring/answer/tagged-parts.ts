import { isCutShort, withoutMark } from './cut-short.js';
import { EditLines, type Replacement } from './edit-lines.js';
import { isFence, unfenced } from './fences.js';
import { Lines } from './lines.js';
import { leadingReasoningMark, type ReasoningMark, reasoningMark } from './reasoning-marks.js';
import { type ClosingTag, closingTag, openingTag, type OpeningTag } from './tag-lines.js';

/** A file as the model wrote it. */
export interface TaggedFile {
  /** The path that the model gave; empty if it gave none. */
  readonly path: string;
  readonly content: string;
  /** Whether its closing tag arrived, or the next file began. If not, the file may be truncated anywhere. */
  readonly isEnded: boolean;
}

/** The changes to one file. */
export interface TaggedEdit {
  readonly path: string;
  readonly replacements: readonly Replacement[];
  /** Whether every block that was opened in it has also been closed. */
  readonly isWhole: boolean;
}

type Open =
  | { readonly kind: 'file'; readonly path: string; readonly lines: string[] }
  | { readonly kind: 'edit'; readonly path: string; readonly edit: EditLines }
  | { readonly kind: 'fence'; readonly lines: string[] };

/**
 * Parses `<file path="…">` and `<edit path="…">` in an answer as it streams in. Malformed tags, missing closing tags and code
 * fences are tolerated, and reasoning is removed first. A tag counts only at the start of a line, so code may contain one within
 * a line.
 */
export class TaggedParts {
  readonly files: TaggedFile[] = [];
  readonly edits: TaggedEdit[] = [];
  /** Fenced code outside any tag. */
  readonly fences: TaggedFile[] = [];
  /** The reasoning that was removed, in pieces. */
  readonly reasoning: string[] = [];
  /** Everything outside reasoning, line by line. */
  #said: string[] = [];
  #open: Open | undefined;
  #closing: RegExp | undefined;
  readonly #lines = new Lines((line) => this.#read(line));

  /** `onCode` receives each line of code as it arrives. The path is empty for code without a tag. */
  constructor(private readonly onCode?: (path: string, line: string) => void) {}

  push(delta: string): void {
    this.#lines.push(delta);
  }

  end(): this {
    this.#lines.end();
    this.#close(false);
    return this;
  }

  /** The answer without its reasoning. */
  get said(): string {
    return this.#said.join('\n');
  }

  /** Removes reasoning from the line and parses the rest. */
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
    // The opening mark was in the prompt, so everything before this was reasoning.
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

/** The parts of a finished answer. */
export function taggedParts(answer: string): TaggedParts {
  const parts = new TaggedParts();
  const text = withoutMark(answer);
  parts.push(isCutShort(answer) ? withoutTornLine(text) : text);
  return parts.end();
}

/** The last line of a truncated answer may be incomplete: a tag after code on that line may have been part of the code. */
function withoutTornLine(text: string): string {
  const start = text.lastIndexOf('\n') + 1;
  const closing = closingTag(text.slice(start));
  return closing && closing.before.trim() !== '' ? text.slice(0, start) : text;
}
