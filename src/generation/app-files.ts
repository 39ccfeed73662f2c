/** A text file of the generated app: a POSIX path below the project, and its whole text. */
export interface SourceFile {
  readonly path: string;
  readonly content: string;
}

/** A file of the generated app, text or binary, before it is stored. */
export interface AppFile {
  readonly path: string;
  readonly content: string | Buffer;
}
