export { pastLabelPattern, pastOfLabel, previewLabel } from './preview-label.js';

/** A text or binary file below a project's folder, by POSIX path. */
export interface WorkspaceFile {
  readonly path: string;
  readonly content: string | Buffer;
}

/** Facts about a source file. */
export interface SourceFacts {
  /** Specifiers of what it imports or passes on by statements, in order. */
  readonly imports: readonly string[];
  readonly hasDefaultExport: boolean;
  /** Lines, from 1, where a text or a number that may be 0 stands directly in a View or its like: that ends the app on a phone. */
  readonly rawTextLines: readonly number[];
}

/** A file in its accepted form: a picture encoded again, anything else unchanged. */
export interface AdmittedFile extends WorkspaceFile {
  /** Of `.ts` and `.tsx` files. */
  readonly facts?: SourceFacts;
}

/** The folders that hold the projects' files on disk: a projection of the log, never the truth. */
export abstract class Workspace {
  /** Starts the process of the gate, so that the first file need not wait for it. */
  abstract warm(): void;

  /**
   * The gate: every file passes it before it is accepted, whoever wrote it; returns the accepted form. Files are read in a process of their
   * own: one that kills it, takes too long or too much memory is refused like any other.
   * @throws PathRefused for a path that a generated app may not have; FileRefused for code that does not parse or imports
   * anything but the kit and the app's own files, and for a picture that cannot be decoded; GateUnavailable.
   */
  abstract admit(files: readonly WorkspaceFile[]): Promise<readonly AdmittedFile[]>;

  /** Makes the project's folder where it is missing; what is there stays. */
  abstract create(projectId: string): Promise<void>;

  /**
   * Writes each file under a staging name and renames it into place; identical content is left alone, and of several with
   * one path the last one wins. Returns the paths that changed. @throws what `admit` throws, before anything is written.
   */
  abstract write(projectId: string, files: readonly WorkspaceFile[]): Promise<readonly string[]>;

  /** Writes each file where there is none yet; what is there stays. Returns the paths written. @throws what `admit` throws */
  abstract seed(projectId: string, files: readonly WorkspaceFile[]): Promise<readonly string[]>;

  /** Removes the project's folder with all that is in it. */
  abstract discard(projectId: string): Promise<void>;

  /** The past versions of the project that have a folder now: `<project>@<seq>` each. */
  abstract pastVersions(projectId: string): Promise<readonly string[]>;

  /**
   * Removes what a crash has left: files that were being written, and folders whose label is not in use. Returns those
   * labels. Only while nothing is written.
   */
  abstract sweep(isKept: (label: string) => Promise<boolean>): Promise<readonly string[]>;

  /** Deletes files; missing ones are fine. */
  abstract remove(projectId: string, paths: readonly string[]): Promise<void>;

  /**
   * Makes a folder contain exactly these files and verifies it by their hashes; returns what differed before. They were accepted
   * before, so the gate is not asked again. @throws RebuildFailed, PathRefused
   */
  abstract rebuild(projectId: string, files: readonly WorkspaceFile[], target?: RebuildTarget): Promise<Rebuilt>;
}

export interface RebuildTarget {
  /** Another folder than the project's own; made when missing. */
  readonly folder?: string;
  /** Whether files stay that are none of these; default false. */
  readonly keepsOthers?: boolean;
}

/** How a folder differs from what it should hold: POSIX paths, sorted. */
export interface FolderDifference {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
}

export interface Rebuilt extends FolderDifference {
  /** Absolute. */
  readonly folder: string;
}

/** The folder does not hold what was just written into it: someone else writes there, or the disk does not keep it. */
export class RebuildFailed extends Error {
  readonly code = 'rebuild_failed';
  constructor(folder: string, paths: readonly string[]) {
    super(`${folder} does not contain what was written to it (${paths.join(', ')}): does something else write there?`);
    this.name = 'RebuildFailed';
  }
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

/** The file's content is not one a generated app may have. */
export class FileRefused extends Error {
  readonly code = 'file_refused';
  constructor(
    readonly path: string,
    /** What was wrong and what to do, without the place. */
    readonly why: string,
    /** Line from 1, column from 0. */
    readonly at?: { readonly line: number; readonly column: number },
    /** What else is wrong with the same file, in the order of its text. */
    readonly more: readonly FileRefused[] = [],
  ) {
    super(`The file ${path}${at ? `:${at.line}:${at.column + 1}` : ''} is refused: ${why}.`);
    this.name = 'FileRefused';
  }
}

/** Files cannot be read now, whatever they hold. */
export class GateUnavailable extends Error {
  readonly code = 'gate_unavailable';
  constructor(why: string, options?: ErrorOptions) {
    super(`Files cannot be checked: ${why}`, options);
    this.name = 'GateUnavailable';
  }
}
