import { fitProblems } from '../authoring/fit-problems.js';
import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { FileRefused, PathRefused, type Workspace } from '../effects/workspace/workspace.port.js';
import type { SourceFile } from '../generation/plan.js';
import type { NewFile, StageContext } from './stage-task.js';

/** So many at a time are worth telling a model. */
const MAX_REFUSALS = 10;

export interface Publication {
  readonly files: readonly NewFile[];
  readonly removed?: readonly string[];
  readonly screens?: readonly { readonly screen: string; readonly path: string }[];
  /** Who wrote them; default: the blueprint. */
  readonly author?: string;
}

/** Brings files to the log, the disk and the preview, in the order that loses nothing. */
export class FilePublisher {
  constructor(
    private readonly workspace: Workspace,
    private readonly previewHost: PreviewHost,
  ) {}

  /**
   * Why a file that a model wrote may not become part of its app, a sentence each: what the gate says, then whether it fits the other
   * files of the app. None where it may.
   */
  async refusalsOf(file: SourceFile, appPaths: ReadonlySet<string>): Promise<readonly string[]> {
    try {
      const [admitted] = await this.workspace.admit([file]);
      return admitted?.facts
        ? fitProblems(file, admitted.facts, appPaths).map((problem) => `${file.path}: ${problem}`)
        : [];
    } catch (error) {
      if (error instanceof PathRefused) return [error.message];
      if (error instanceof FileRefused)
        return [error, ...error.more].slice(0, MAX_REFUSALS).map(({ message }) => message);
      throw error;
    }
  }

  /** Checked first; then stored, on disk and known to the preview; told last: what a viewer hears of is there. */
  async publish(
    context: StageContext,
    { files: given, removed = [], screens = [], author = 'blueprint' }: Publication,
  ): Promise<void> {
    const files = await this.workspace.admit(given);
    const [refs] = await Promise.all([context.store(files), this.place(context, files, removed)]);
    await context.record({ type: 'RecordFiles', files: refs, removed, author, screens });
  }

  private async place(context: StageContext, files: readonly NewFile[], removed: readonly string[]): Promise<void> {
    const { projectId } = context;
    const isNew = ({ path }: NewFile): boolean => !(path in context.project().files);
    const added = files.filter(isNew);
    const replaced = files.filter((file) => !added.includes(file));
    // A build or an update reads the disk whenever it likes: it must not find a file that names one not known yet.
    await this.previewHost.settled(projectId);
    await this.write(context, added);
    // An open page must have heard of a new route before its layout names it.
    if (added.length > 0 && replaced.length > 0) await this.previewHost.settled(projectId);
    await this.write(context, replaced);
    if (removed.length === 0) return;
    await this.workspace.remove(projectId, removed);
    await this.previewHost.changed(projectId, { changed: [], removed });
  }

  private async write({ projectId, signal }: StageContext, files: readonly NewFile[]): Promise<void> {
    signal.throwIfAborted();
    const changed = await this.workspace.write(projectId, files);
    if (changed.length > 0) await this.previewHost.changed(projectId, { changed, removed: [] });
  }
}
