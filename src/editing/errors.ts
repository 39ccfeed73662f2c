/** Larger than any text that a person edits. */
export const MAX_TEXT_BYTES = 512 * 1024;

/** The file cannot be edited as a text. */
export class FileNotEditable extends Error {
  readonly code = 'file_not_editable';
  constructor(path: string, why: string) {
    super(`The file ${path} cannot be edited here: ${why}.`);
    this.name = 'FileNotEditable';
  }
}

/** The changes do not fit the text at the version that they are based on. */
export class EditInvalid extends Error {
  readonly code = 'edit_invalid';
  constructor(path: string, version: number, why: string) {
    super(`The edit of ${path} at version ${version} cannot be applied: ${why}.`);
    this.name = 'EditInvalid';
  }
}

/** The changes after this version are no longer kept, so the text must be opened again. */
export class VersionTooOld extends Error {
  readonly code = 'version_too_old';
  constructor(
    path: string,
    version: number,
    readonly oldest: number,
  ) {
    super(
      `Version ${version} of ${path} is too old to edit: changes are kept from version ${oldest} on. Open the file again.`,
    );
    this.name = 'VersionTooOld';
  }
}

/** An edit or cursor in a file that this client has not opened. */
export class FileNotOpen extends Error {
  readonly code = 'file_not_open';
  constructor(path: string) {
    super(`You have not opened ${JSON.stringify(path)}: send {"action":"open_file","path":…} first.`);
    this.name = 'FileNotOpen';
  }
}
