import { Injectable, Logger } from '@nestjs/common';
import type { FileProblem } from '../editing/file-gate.port.js';
import { FileTypes, type FoundInFiles, type SourceText } from '../editing/file-types.port.js';
import { TypeChecker, TypeCheckUnavailable, type TypeProblem } from '../effects/type-checker/type-checker.port.js';

/** The kit's compiler, for people's files: the same that checks what a model writes. */
@Injectable()
export class KitTypes extends FileTypes {
  readonly #logger = new Logger('Editing');
  #reason: string | undefined;

  constructor(private readonly checker: TypeChecker) {
    super();
  }

  override async problemsOf(
    files: readonly SourceText[],
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<FoundInFiles | undefined> {
    try {
      const found = await this.checker.check(files, paths, signal);
      this.#reason = undefined;
      return new Map(paths.map((path) => [path, problemsIn(found, path)] as const));
    } catch (error) {
      if (!(error instanceof TypeCheckUnavailable)) throw error;
      this.#say(error.message);
      return undefined;
    }
  }

  /** Once, not after every pause of everybody's. */
  #say(reason: string): void {
    if (reason !== this.#reason) this.#logger.warn(reason);
    this.#reason = reason;
  }
}

/** A name that nothing uses yet is no mistake of somebody who is typing. */
function problemsIn(found: readonly TypeProblem[], wanted: string): readonly FileProblem[] {
  return found
    .filter(({ path, isMinor }) => path === wanted && !isMinor)
    .map(({ line, column, message }) => ({ line, column, message, source: 'types' }));
}
