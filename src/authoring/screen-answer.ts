import type { SourceFile } from '../generation/plan.js';
import { taggedFiles } from './file-tags.js';

/** The file that was asked for, or what is wrong with the answer, a sentence each. */
export type ScreenAnswer = { readonly file: SourceFile } | { readonly problems: readonly string[] };

/**
 * Reads the answer to a screen prompt. What any file may hold is the gate's to say (effects/workspace/gate), whether it fits its
 * app `fitProblems`'.
 */
export function readScreenAnswer(answer: string, path: string): ScreenAnswer {
  const files = taggedFiles(answer);
  const file = files.find((tagged) => tagged.path === path);
  if (file) return { file };
  const others = files.map((tagged) => JSON.stringify(tagged.path.slice(0, 100))).join(', ');
  const refused = others === '' ? '' : `, but ${others}, which may not be written here`;
  return { problems: [`The answer holds no whole <file path="${path}">${refused}.`] };
}
