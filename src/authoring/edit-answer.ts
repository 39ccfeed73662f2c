import type { SourceFile } from '../generation/plan.js';
import { taggedFiles } from './file-tags.js';

/** What an answer to the edit prompt comes to: whole new texts, and what could not be done, a sentence each. */
export interface EditedFiles {
  readonly files: readonly SourceFile[];
  readonly problems: readonly string[];
}

const EDIT = /^<edit path="([^"\n]*)">\r?\n([\s\S]*?)\r?\n<\/edit>\s*$/gm;
const REPLACEMENT = /^<{7} SEARCH\r?\n([\s\S]*?)\r?\n={7}\r?\n([\s\S]*?)(?:\r?\n)?>{7} REPLACE\s*$/gm;

/** Applies the answer's search/replace edits, and takes whole files as they are. What is searched for must be there once. */
export function readEditAnswer(answer: string, current: readonly SourceFile[]): EditedFiles {
  const texts = new Map(current.map(({ path, content }) => [path, content]));
  const changed = new Map<string, string>();
  const problems: string[] = [];
  for (const [, path = '', body = ''] of answer.matchAll(EDIT)) {
    const before = changed.get(path) ?? texts.get(path);
    if (before === undefined) problems.push(`There is no file ${JSON.stringify(path.slice(0, 100))} to edit.`);
    else {
      const { text, problem } = replaced(before, body);
      if (problem === undefined) changed.set(path, text);
      else problems.push(`${path}: ${problem}`);
    }
  }
  for (const { path, content } of taggedFiles(answer)) changed.set(path, content);
  if (changed.size === 0 && problems.length === 0) problems.push('The answer holds no <edit> and no <file>.');
  const files = [...changed].map(([path, content]) => ({ path, content }));
  return { files: files.filter(({ path, content }) => texts.get(path) !== content), problems };
}

function replaced(before: string, body: string): { readonly text: string; readonly problem?: string } {
  let text = before;
  let count = 0;
  for (const [, search = '', replace = ''] of body.matchAll(REPLACEMENT)) {
    count += 1;
    const parts = text.split(search);
    if (search.trim() === '' || parts.length !== 2) {
      const found = parts.length - 1;
      return {
        text,
        problem: `the text of SEARCH number ${count} stands there ${found} times, not once; send the whole file.`,
      };
    }
    text = parts.join(replace);
  }
  return count === 0 ? { text, problem: 'the edit holds no SEARCH and REPLACE.' } : { text };
}
