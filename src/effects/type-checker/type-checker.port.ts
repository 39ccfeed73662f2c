/** A place where the code of an app does not fit its types, or the kit's. */
export interface TypeProblem {
  /** POSIX path below the project. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
  /** The compiler's, on one line. */
  readonly message: string;
  /** It only speaks of a name that nothing uses: the app is well all the same. */
  readonly isMinor?: boolean;
}

/** The TypeScript compiler, against the types of the kit that the app runs on. */
export abstract class TypeChecker {
  /**
   * What the compiler reports for `paths` among the files of one app; none if all is well. Takes seconds, in a separate process.
   * @throws TypeCheckUnavailable; what `signal` was aborted with
   */
  abstract check(
    files: readonly { readonly path: string; readonly content: string }[],
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly TypeProblem[]>;
}

/** The types could not be checked: the kit has no compiler, or it did not come to an end. The app may be well all the same. */
export class TypeCheckUnavailable extends Error {
  readonly code = 'type_check_unavailable';
  constructor(why: string, options?: ErrorOptions) {
    super(`The types could not be checked: ${why}`, options);
    this.name = 'TypeCheckUnavailable';
  }
}
