import type { SourceFile } from '../generation/app-files.js';
import { isCutShort } from './answer/cut-short.js';
import { type TaggedFile, type TaggedParts, taggedParts } from './answer/tagged-parts.js';

/** The requested file, or one sentence for each problem with the answer. */
export type ScreenAnswer = { readonly file: SourceFile } | { readonly problems: readonly string[] };

/**
 * Takes the file from the answer to a screen prompt: the last complete one with that path or, if there are no tags, the only
 * code. Its content is checked elsewhere: by the gate (effects/workspace/gate), which also refuses a truncated file that does not
 * parse, and by `fitProblems`.
 */
export function readScreenAnswer(answer: string, path: string): ScreenAnswer {
  const parts = taggedParts(answer);
  const isWhole = ({ isEnded }: TaggedFile): boolean => isEnded || !isCutShort(answer);
  const named = parts.files.filter((tagged) => tagged.path === path || tagged.path === '');
  const file = named.findLast(isWhole) ?? untagged(parts, path).findLast(isWhole);
  if (file && file.content.trim() !== '') return { file: { path, content: file.content } };
  const others = parts.files.filter((tagged) => !named.includes(tagged));
  const refused = [...new Set(others.map((tagged) => JSON.stringify(tagged.path.slice(0, 100))))].join(', ');
  const but = refused === '' ? '' : `, but ${refused}, which may not be written here`;
  return { problems: [`The answer holds no whole <file path="${path}">${but}.`] };
}

/** Code in fences, or bare code, for an answer without tags. */
function untagged({ files, edits, fences, said }: TaggedParts, path: string): readonly TaggedFile[] {
  if (files.length > 0 || edits.length > 0) return [];
  const isModule = ({ content }: TaggedFile): boolean =>
    (path.startsWith('app/') ? /^\s{0,20}export\s{1,9}default\b/m : /^\s{0,20}export\b/m).test(content);
  if (fences.length > 0) return fences.filter(isModule);
  const bare = { path, content: `${said.trim()}\n`, isEnded: false };
  return BEGINS_AS_CODE.test(bare.content) && isModule(bare) ? [bare] : [];
}

const BEGINS_AS_CODE = /^(?:import\b|export\b|const\b|\/\/|\/\*)/;
