import { Injectable, Logger } from '@nestjs/common';
import type { FileProblem } from '../editing/file-gate.port.js';
import { FileTypes, type FoundInFiles } from '../editing/file-types.port.js';
import { TypeChecker, TypeCheckUnavailable, type TypeProblem } from '../effects/type-checker/type-checker.port.js';
import type { SourceFile } from '../generation/app-files.js';

/** Checks people's files with the kit's compiler, the same that checks a model's files. */
@Injectable()
export class KitTypes extends FileTypes {
  readonly #logger = new Logger('Editing');
  #reason: string | undefined;

  constructor(private readonly checker: TypeChecker) {
    super();
  }

  override async problemsOf(
    files: readonly SourceFile[],
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

  /** Logs it once, not after every pause in somebody's typing. */
  #say(reason: string): void {
    if (reason !== this.#reason) this.#logger.warn(reason);
    this.#reason = reason;
  }
}

/** An unused name is not a mistake while somebody is still typing. */
function problemsIn(found: readonly TypeProblem[], wanted: string): readonly FileProblem[] {
  return found
    .filter(({ path, isMinor }) => path === wanted && !isMinor)
    .map(({ line, column, message }) => ({ line, column, message, source: 'types' }));
}
