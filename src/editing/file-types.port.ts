import type { FileProblem } from '../contract/texts.js';
import type { SourceFile } from '../generation/app-files.js';

/** What was found, by path: each path that was asked for is there. */
export type FoundInFiles = ReadonlyMap<string, readonly FileProblem[]>;

/** What the types say of files that people edit; such a file counts all the same. */
export abstract class FileTypes {
  /**
   * Of `paths` among the sources of one app, in the order of their texts. Takes seconds. Undefined where the types cannot be checked now.
   * @throws what `signal` was aborted with
   */
  abstract problemsOf(
    files: readonly SourceFile[],
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<FoundInFiles | undefined>;
}

/** Nobody can say. */
export class NoTypes extends FileTypes {
  override problemsOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
