import { parseSync } from 'oxc-parser';

import { FileRefused, type SourceFacts, type WorkspaceFile } from '../workspace.port.js';
import { requireAppPath } from '../app-path.js';
import { boundsProblem } from './source-bounds.js';
import { sourceFacts } from './source-facts.js';
import { sourceProblems } from './source-problems.js';
import { treeProblem } from './tree-problem.js';
import { jsonProblem } from './json-problem.js';

/** More than anybody reads at once. */
const MAX_PROBLEMS = 20;

/**
 * Accepts a text that may become part of a generated app: an allowed path, code that parses, and imports of the kit and
 * of the app's own files only. Runs where it may die (gate-process.ts). @throws PathRefused; FileRefused with line and column
 */
export function checkFile({ path, content }: WorkspaceFile): SourceFacts | undefined {
  requireAppPath(path);
  const isSource = !path.endsWith('.json');
  const text = content.toString();
  const problem = boundsProblem(text) ?? (isSource ? undefined : jsonProblem(text));
  if (problem !== undefined) throw new FileRefused(path, problem);
  return isSource ? checkSource(path, text) : undefined;
}

function checkSource(path: string, text: string): SourceFacts {
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error) {
    throw new FileRefused(path, `it does not parse: ${error.message}`, placeOf(text, error.labels[0]?.start ?? 0));
  }
  const tooMuch = treeProblem(parsed.program);
  if (tooMuch !== undefined) throw new FileRefused(path, tooMuch);
  const [problem, ...others] = sourceProblems(path, parsed);
  if (!problem) return sourceFacts(parsed, (offset) => placeOf(text, offset).line);
  const more = others.slice(0, MAX_PROBLEMS).map(({ why, start }) => new FileRefused(path, why, placeOf(text, start)));
  throw new FileRefused(path, problem.why, placeOf(text, problem.start), more);
}

/** Line from 1, column from 0. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}
