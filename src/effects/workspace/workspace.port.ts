export { previewLabel } from './preview-label.js';

/** A text or binary file below a project's folder, by POSIX path. */
export interface WorkspaceFile {
  readonly path: string;
  readonly content: string | Buffer;
}

/** The folders that hold the projects' files on disk: a projection of the log, never the truth. */
export abstract class Workspace {
  /** Makes the project's folder where it is missing; what is there stays. */
  abstract create(projectId: string): Promise<void>;

  /**
   * Writes each file under a staging name and renames it into place; identical content is left alone.
   * Returns the paths that changed. @throws PathRefused for a path that would leave the project or its allowed folders.
   */
  abstract write(projectId: string, files: readonly WorkspaceFile[]): Promise<readonly string[]>;

  /** Deletes files; missing ones are fine. */
  abstract remove(projectId: string, paths: readonly string[]): Promise<void>;
}

/** The path is not one a generated app may have. */
export class PathRefused extends Error {
  readonly code = 'path_refused';
  constructor(
    readonly path: string,
    why: string,
  ) {
    super(`The file path ${JSON.stringify(path)} is refused: ${why}.`);
    this.name = 'PathRefused';
  }
}
