import type { FileProblem } from '../contract/texts.js';
import type { SourceFile } from '../generation/app-files.js';

/** Problems by path, with an entry for every path that was checked. */
export type FoundInFiles = ReadonlyMap<string, readonly FileProblem[]>;

/** Checks the types of files that people edit. A file with type errors is accepted all the same. */
export abstract class FileTypes {
  /**
   * The type errors of `paths` among the sources of an app, in the order of their text. Takes seconds. Undefined if types cannot
   * be checked now.
   * @throws the reason that `signal` was aborted with
   */
  abstract problemsOf(
    files: readonly SourceFile[],
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<FoundInFiles | undefined>;
}

/** Used where no type checker is configured. */
export class NoTypes extends FileTypes {
  override problemsOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
