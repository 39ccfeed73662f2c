import type { ReconciledFile, WantedFile } from '../generation/people-edits.js';
import type { ProjectState } from '../generation/state.js';

/** What people are typing in a project's files; part of the files for every command that begins something from them. */
export abstract class OpenEdits {
  /** Resolves when what has been typed by now is in the files, as far as it may count there. */
  abstract settle(projectId: string): Promise<void>;

  /**
   * The files as they can be written with all that people have changed in them; those that people have deleted and that are as they
   * were are left out. Lines that both changed stay the person's: the other version is stored, and named by `conflict`.
   */
  abstract reconcile(project: ProjectState, files: readonly WantedFile[]): Promise<readonly ReconciledFile[]>;
}
