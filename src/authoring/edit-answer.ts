import type { SourceFile } from '../generation/plan.js';
import { type Edit, type Replacement, readEdits } from './edit-blocks.js';
import { taggedFiles } from './file-tags.js';

/** What an answer to the edit prompt comes to: whole new texts, and what could not be done, a sentence each. */
export interface EditedFiles {
  readonly files: readonly SourceFile[];
  readonly problems: readonly string[];
}

/** Each one reads its file from end to end, so that their number bounds the time that an answer takes. */
const MAX_REPLACEMENTS = 200;

/** Applies the answer's search/replace edits, and takes whole files as they are. What is searched for must be there once. */
export function readEditAnswer(answer: string, current: readonly SourceFile[]): EditedFiles {
  const texts = new Map(current.map(({ path, content }) => [path, content]));
  const changed = new Map<string, string>();
  const edits = readEdits(answer);
  const problems: string[] = [];
  if (edits.reduce((sum, { replacements }) => sum + replacements.length, 0) > MAX_REPLACEMENTS) {
    problems.push(`The answer holds more than ${MAX_REPLACEMENTS} SEARCH blocks; send whole files.`);
  } else problems.push(...applied(edits, texts, changed));
  for (const { path, content } of taggedFiles(answer)) changed.set(path, content);
  if (changed.size === 0 && problems.length === 0) problems.push('The answer holds no <edit> and no <file>.');
  const files = [...changed].map(([path, content]) => ({ path, content }));
  return { files: files.filter(({ path, content }) => texts.get(path) !== content), problems };
}

/** Puts into `changed` what the edits make of `texts`; returns what could not be done. */
function applied(
  edits: readonly Edit[],
  texts: ReadonlyMap<string, string>,
  changed: Map<string, string>,
): readonly string[] {
  return edits.flatMap(({ path, replacements }) => {
    const before = changed.get(path) ?? texts.get(path);
    if (before === undefined) return [`There is no file ${JSON.stringify(path.slice(0, 100))} to edit.`];
    const { text, problem } = replaced(before, replacements);
    if (problem !== undefined) return [`${path}: ${problem}`];
    changed.set(path, text);
    return [];
  });
}

function replaced(
  before: string,
  replacements: readonly Replacement[],
): { readonly text: string; readonly problem?: string } {
  let text = before;
  for (const [index, { search, replace }] of replacements.entries()) {
    const parts = search.trim() === '' ? [] : text.split(search);
    if (parts.length !== 2) {
      const found = Math.max(0, parts.length - 1);
      return {
        text,
        problem: `the text of SEARCH number ${index + 1} stands there ${found} times, not once; send the whole file.`,
      };
    }
    text = parts.join(replace);
  }
  return replacements.length === 0 ? { text, problem: 'the edit holds no SEARCH and REPLACE.' } : { text };
}
