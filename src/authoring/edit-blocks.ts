/** A text that stands in a file, and the one that takes its place. */
export interface Replacement {
  readonly search: string;
  readonly replace: string;
}

/** The changes of one file, as a model has written them. */
export interface Edit {
  readonly path: string;
  readonly replacements: readonly Replacement[];
}

const OPENING = /^<edit path="([^"\n]*)">\r?$/;
const CLOSING = /^<\/edit>\s*$/;
const SEARCH = /^<{7} SEARCH\r?$/;
const DIVIDER = /^={7}\r?$/;
const REPLACE = /^>{7} REPLACE\s*$/;

/**
 * The `<edit path="…">` … `</edit>` of an answer. Every mark has a line of its own and each line is looked at once, whatever is
 * left open: what does not end is none.
 */
export function readEdits(answer: string): readonly Edit[] {
  const edits: Edit[] = [];
  let open: { readonly path: string; readonly lines: string[] } | undefined;
  for (const line of answer.split('\n')) {
    if (!open) {
      const path = OPENING.exec(line)?.[1];
      if (path !== undefined) open = { path, lines: [] };
    } else if (CLOSING.test(line)) {
      edits.push({ path: open.path, replacements: readReplacements(open.lines) });
      open = undefined;
    } else open.lines.push(line);
  }
  return edits;
}

function readReplacements(lines: readonly string[]): readonly Replacement[] {
  const replacements: Replacement[] = [];
  let search: string[] | undefined;
  let replace: string[] | undefined;
  for (const line of lines) {
    if (!search) {
      if (SEARCH.test(line)) search = [];
    } else if (!replace) {
      if (DIVIDER.test(line)) replace = [];
      else search.push(line);
    } else if (REPLACE.test(line)) {
      replacements.push({ search: textOf(search), replace: textOf(replace) });
      search = replace = undefined;
    } else replace.push(line);
  }
  return replacements;
}

/** Without the end of the last line, which belongs to the mark below it. */
function textOf(lines: readonly string[]): string {
  return lines.join('\n').replace(/\r$/, '');
}
