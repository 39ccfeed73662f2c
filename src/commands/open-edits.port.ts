/** What people are typing in a project's files; part of the files for every command that begins something from them. */
export abstract class OpenEdits {
  /** Resolves when what has been typed by now is in the files, as far as it may count there. */
  abstract settle(projectId: string): Promise<void>;
}
