/** A file as a model has written it: the path it chose, and the whole text. */
export interface TaggedFile {
  readonly path: string;
  readonly content: string;
}

const OPENING = /^<file path="([^"]*)">\s*$/;
const CLOSING = /^<\/file>\s*$/;

/**
 * Reads `<file path="…">` … `</file>` from an answer while it comes. Each tag has a line of its own, so code may hold one
 * within a line. A file without its closing tag is none: it may be cut off anywhere.
 */
export class FileTags {
  #unread = '';
  #open: { readonly path: string; readonly lines: string[] } | undefined;

  /** What follows; returns the files that it completes. Only whole lines are read. */
  push(delta: string): readonly TaggedFile[] {
    const lines = (this.#unread + delta).split('\n');
    this.#unread = lines.pop() ?? '';
    return lines.flatMap((line) => this.#read(line) ?? []);
  }

  /** The path of the file that is being written now. */
  get openPath(): string | undefined {
    return this.#open?.path;
  }

  #read(line: string): TaggedFile | undefined {
    if (!this.#open) {
      const path = OPENING.exec(line)?.[1];
      if (path !== undefined) this.#open = { path, lines: [] };
      return undefined;
    }
    const { path, lines } = this.#open;
    if (!CLOSING.test(line)) {
      lines.push(line);
      return undefined;
    }
    this.#open = undefined;
    return { path, content: unfenced(lines.join('\n')) };
  }
}

/** The files of a whole answer. */
export function taggedFiles(answer: string): readonly TaggedFile[] {
  return new FileTags().push(`${answer}\n`);
}

/** Some models fence the code within the tag as well. */
function unfenced(text: string): string {
  const fenced = /^\s*```[a-z]*\r?\n([\s\S]*?)\r?\n```\s*$/.exec(text);
  return `${(fenced?.[1] ?? text).trimEnd()}\n`;
}
