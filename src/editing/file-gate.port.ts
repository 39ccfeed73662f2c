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

export interface FileContent {
  readonly path: string;
  readonly content: string | Buffer;
}

/** What a file must pass before it counts, whoever wrote it. */
export abstract class FileGate {
  /** The file as it counts: a picture is encoded anew. @throws what says why the path or the content is refused */
  abstract admit(file: FileContent): Promise<FileContent>;

  /** What is wrong with the file, in the order of its text; nothing where it may count. @throws PathRefused */
  abstract problemsOf(file: FileContent): Promise<readonly FileProblem[]>;
}
