import type { FileProblem } from '../contract/texts.js';

export type { FileProblem };

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
