import { Injectable } from '@nestjs/common';
import { FileGate, type FileProblem } from '../editing/file-gate.port.js';
import { FileRefused, Workspace } from '../effects/workspace/workspace.port.js';
import type { AppFile } from '../generation/app-files.js';

/** Checks people's files with the workspace's gate, the same that a model's files must pass. */
@Injectable()
export class WorkspaceGate extends FileGate {
  constructor(private readonly workspace: Workspace) {
    super();
  }

  override async admit(file: AppFile): Promise<AppFile> {
    const [admitted = file] = await this.workspace.admit([file]);
    return admitted;
  }

  override async problemsOf(file: AppFile): Promise<readonly FileProblem[]> {
    try {
      await this.workspace.admit([file]);
      return [];
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return [error, ...error.more].map(({ why, at }) => ({
        line: at?.line ?? 1,
        column: at?.column ?? 0,
        message: why,
        source: 'gate',
      }));
    }
  }
}
