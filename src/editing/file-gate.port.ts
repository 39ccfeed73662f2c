import type { FileProblem } from '../contract/texts.js';
import type { AppFile } from '../generation/app-files.js';

export type { FileProblem };

/** The check that every file must pass before it is accepted, whoever wrote it. */
export abstract class FileGate {
  /**
   * Returns the file in its accepted form; a picture is re-encoded.
   * @throws an error that says why the path or the content is refused
   */
  abstract admit(file: AppFile): Promise<AppFile>;

  /**
   * The problems of the file, in the order of its text; none if it is accepted.
   * @throws PathRefused
   */
  abstract problemsOf(file: AppFile): Promise<readonly FileProblem[]>;
}
