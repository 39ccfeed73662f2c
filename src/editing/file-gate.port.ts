/** A place in a file that keeps it from counting. */
export interface FileProblem {
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
  readonly message: string;
  /** What found it: the gate that every file passes, or the type check. */
  readonly source: 'gate' | 'types';
}

/** What a file must pass before it counts, whoever wrote it. */
export abstract class FileGate {
  /** What is wrong with the file, in the order of its text; nothing where it may count. @throws PathRefused */
  abstract problemsOf(file: {
    readonly path: string;
    readonly content: string | Buffer;
  }): Promise<readonly FileProblem[]>;
}
