import { parseSync } from 'oxc-parser';

import { FileRefused, type WorkspaceFile } from '../workspace.port.js';
import { requireAppPath } from '../app-path.js';
import { sourceProblems } from './source-problems.js';

const SOURCE = /\.tsx?$/;
const MAX_SOURCE_CHARACTERS = 512 * 1024;

/**
 * Lets a file pass that may become part of a generated app: a path it may have, code that parses, and imports of the kit and
 * of the app's own files only. @throws PathRefused; FileRefused with line and column
 */
export function checkFile({ path, content }: WorkspaceFile): void {
  requireAppPath(path);
  if (path.endsWith('.json')) checkJson(path, content.toString());
  if (SOURCE.test(path)) checkSource(path, content.toString());
}

function checkJson(path: string, text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new FileRefused(path, error instanceof Error ? error.message : String(error));
  }
}

function checkSource(path: string, text: string): void {
  if (text.length > MAX_SOURCE_CHARACTERS) {
    throw new FileRefused(path, `it has more than ${MAX_SOURCE_CHARACTERS} characters; split it`);
  }
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error) {
    throw new FileRefused(path, `it does not parse: ${error.message}`, placeOf(text, error.labels[0]?.start ?? 0));
  }
  const [problem, ...others] = sourceProblems(path, parsed);
  if (!problem) return;
  const more = others.map(({ why, start }) => new FileRefused(path, why, placeOf(text, start)));
  throw new FileRefused(path, problem.why, placeOf(text, problem.start), more);
}

/** Line from 1, column from 0. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}
