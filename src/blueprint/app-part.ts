import type { SourceFile } from '../generation/app-files.js';

/** A step in which an app grows: after each one it is whole and runs. */
export interface AppPart {
  /** The screen that arrives with it, as people see its name. */
  readonly screen?: string;
  /** The file of that screen. */
  readonly path?: string;
  /** Every file that is new or replaced. */
  readonly files: readonly SourceFile[];
}

/** The files of `after` that `before` lacks or has otherwise. */
export const changedFiles = (before: readonly SourceFile[], after: readonly SourceFile[]): readonly SourceFile[] => {
  const known = new Map(before.map(({ path, content }) => [path, content]));
  return after.filter(({ path, content }) => known.get(path) !== content);
};
