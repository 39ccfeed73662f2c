import type { SourceFile } from '../generation/app-files.js';
import { isCutShort } from './answer/cut-short.js';
import type { Replacement } from './answer/edit-lines.js';
import { type TaggedEdit, taggedParts } from './answer/tagged-parts.js';
import { foundOnce } from './found-once.js';

/** The result of an answer to the edit prompt: the complete new texts, and one sentence for each edit that could not be applied. */
export interface EditedFiles {
  readonly files: readonly SourceFile[];
  readonly problems: readonly string[];
}

/** Each replacement scans the whole file, so this limits the time an answer can take. */
const MAX_REPLACEMENTS = 200;

/** Applies the search/replace edits of an answer, and takes whole files as they are. Each searched text must occur exactly once. */
export function readEditAnswer(answer: string, current: readonly SourceFile[]): EditedFiles {
  const texts = new Map(current.map(({ path, content }) => [path, content]));
  const changed = new Map<string, string>();
  const { edits, files: whole } = taggedParts(answer);
  const problems: string[] = [];
  if (edits.reduce((sum, { replacements }) => sum + replacements.length, 0) > MAX_REPLACEMENTS) {
    problems.push(`The answer holds more than ${MAX_REPLACEMENTS} SEARCH blocks; send whole files.`);
  } else problems.push(...applied(edits, texts, changed));
  for (const { path, content, isEnded } of whole) {
    if (isEnded || !isCutShort(answer)) changed.set(path, likeBefore(content, texts.get(path)));
    else problems.push(`The answer was cut off in ${JSON.stringify(path.slice(0, 100))}.`);
  }
  if (changed.size === 0 && problems.length === 0) problems.push('The answer holds no <edit> and no <file>.');
  const files = [...changed].map(([path, content]) => ({ path, content }));
  return { files: files.filter(({ path, content }) => texts.get(path) !== content), problems };
}

/** Applies the edits to `texts`, puts the results into `changed`, and returns one sentence for each edit that failed. */
function applied(
  edits: readonly TaggedEdit[],
  texts: ReadonlyMap<string, string>,
  changed: Map<string, string>,
): readonly string[] {
  return edits.flatMap(({ path, replacements, isWhole }) => {
    const before = changed.get(path) ?? texts.get(path);
    if (before === undefined) return [`There is no file ${JSON.stringify(path.slice(0, 100))} to edit.`];
    if (!isWhole) return [`${path}: SEARCH number ${replacements.length + 1} does not come to its end.`];
    const { text, problem } = replaced(withoutReturns(before), replacements);
    if (problem !== undefined) return [`${path}: ${problem}`];
    changed.set(path, likeBefore(text, before));
    return [];
  });
}

function replaced(
  before: string,
  replacements: readonly Replacement[],
): { readonly text: string; readonly problem?: string } {
  let text = before;
  for (const [index, { search, replace }] of replacements.entries()) {
    const found = foundOnce(text, search);
    if (typeof found === 'number') {
      return {
        text,
        problem: `the text of SEARCH number ${index + 1} stands there ${found} times, not once; send the whole file.`,
      };
    }
    text = text.slice(0, found.start) + replace + text.slice(found.end);
  }
  return replacements.length === 0 ? { text, problem: 'the edit holds no SEARCH and REPLACE.' } : { text };
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Keeps the line endings of the file being changed. The answer itself has LF only at this point. */
function likeBefore(text: string, before: string | undefined): string {
  return before?.includes('\r\n') === true ? text.replaceAll('\n', '\r\n') : text;
}
