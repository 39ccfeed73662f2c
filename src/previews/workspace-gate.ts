import { Injectable } from '@nestjs/common';
import { FileGate, type FileProblem } from '../editing/file-gate.port.js';
import { FileRefused, Workspace, type WorkspaceFile } from '../effects/workspace/workspace.port.js';

/** The workspace's gate, for people's files: the same that everything a model writes must pass. */
@Injectable()
export class WorkspaceGate extends FileGate {
  constructor(private readonly workspace: Workspace) {
    super();
  }

  override problemsOf(file: WorkspaceFile): Promise<readonly FileProblem[]> {
    return Promise.resolve([file])
      .then((files) => this.workspace.check(files))
      .then(
        () => [],
        (error: unknown) => problemsIn(error),
      );
  }
}

/** @throws what is no refusal of the file's content */
function problemsIn(error: unknown): readonly FileProblem[] {
  if (!(error instanceof FileRefused)) throw error;
  return [error, ...error.more].map(({ why, at }) => ({
    line: at?.line ?? 1,
    column: at?.column ?? 0,
    message: why,
    source: 'gate',
  }));
}
