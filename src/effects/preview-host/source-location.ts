import { isAbsolute, join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import type { BundlingError } from './process/metro-events.js';

/** A place in a project's source: `file` relative to the project, POSIX; line from 1, column from 0. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Where the error is; undefined when Metro names no file. An unresolved import has its line only in the code frame. */
export function locate(error: BundlingError, projectsDir: string, label: string): SourceLocation | undefined {
  if (error.file === undefined) return undefined;
  const absolute = isAbsolute(error.file) ? error.file : join(projectsDir, '..', error.file);
  const file = relative(join(projectsDir, label), absolute).split(sep).join('/');
  const line = error.line ?? lineOfFrame(stripVTControlCharacters(error.message));
  return {
    file,
    ...(line !== undefined && { line }),
    ...(error.column !== undefined && { column: error.column }),
  };
}

/** The error's message for a person: no terminal colours, files named from the project's folder. */
export function plainMessage(error: BundlingError, projectsDir: string, label: string): string {
  return stripVTControlCharacters(error.message)
    .replaceAll(join(projectsDir, label) + sep, '')
    .replaceAll(`projects/${label}/`, '')
    .trimEnd();
}

/** The marked line of a code frame: `> 12 | import …`. */
function lineOfFrame(message: string): number | undefined {
  const marked = /^[ \t]*>[ \t]*(\d+)[ \t]*\|/m.exec(message);
  return marked?.[1] === undefined ? undefined : Number(marked[1]);
}
