import { fitProblems } from '../authoring/fit-problems.js';
import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { FileRefused, PathRefused, type Workspace } from '../effects/workspace/workspace.port.js';
import type { AppFile } from '../generation/app-files.js';
import { FileChanged } from '../generation/errors.js';
import type { WantedFile } from '../generation/people-edits.js';
import type { SourceFile } from '../generation/app-files.js';
import type { StageContext } from './stage-task.js';

/** At most this many are sent to a model at a time. */
const MAX_REFUSALS = 10;

export interface Publication {
  readonly files: readonly WantedFile[];
  /** Files to remove; those that people have changed stay. */
  readonly removed?: readonly string[];
  readonly screens?: readonly { readonly screen: string; readonly path: string }[];
  /** Who wrote them; default: the blueprint. */
  readonly author?: string;
}

/** Writes files to the log, the disk and the preview, in an order that loses nothing. */
export class FilePublisher {
  constructor(
    private readonly workspace: Workspace,
    private readonly previewHost: PreviewHost,
  ) {}

  /**
   * The reasons why a model's file may not become part of its app, a sentence each: what the gate says, then whether it fits the other
   * files of the app. None if it may.
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

  /**
   * The files are checked, stored, written to disk and made known to the preview, and recorded last, so that what viewers hear of exists.
   * People's changes in the files are kept. Returns the files as they are now.
   */
  async publish(context: StageContext, publication: Publication): Promise<readonly AppFile[]> {
    for (let isFirst = true; ; isFirst = false) {
      if (!isFirst) await this.putBack(context, publication.removed ?? []);
      try {
        return await this.tryToPublish(context, publication);
      } catch (error) {
        // A person changed the file first: merge their change.
        if (!(error instanceof FileChanged)) throw error;
        context.signal.throwIfAborted();
      }
    }
  }

  private async tryToPublish(
    context: StageContext,
    { files: given, removed: unwanted = [], screens = [], author = 'blueprint' }: Publication,
  ): Promise<readonly AppFile[]> {
    const before = context.project();
    const reconciled = await context.reconcile(given);
    const removed = unwanted.filter((path) => !(path in before.unedited));
    const files = await this.workspace.admit(reconciled);
    const [refs] = await Promise.all([context.store(files), this.place(context, files, removed)]);
    const expected = Object.fromEntries([
      ...reconciled.map((file) => [file.path, file.expected] as const),
      ...removed.map((path) => [path, before.files[path]?.sha256 ?? null] as const),
    ]);
    const written = reconciled.flatMap(({ path, meant_sha256 }) => {
      const ref = refs.find((each) => each.path === path);
      return ref ? [{ ...ref, ...(meant_sha256 !== undefined && { meant_sha256 }) }] : [];
    });
    const conflicts = reconciled.flatMap(({ path, meant_sha256, conflict }) =>
      conflict ? [{ path, ...conflict, ...(meant_sha256 !== undefined && { meant_sha256 }) }] : [],
    );
    await context.record({ type: 'RecordFiles', files: written, removed, expected, conflicts, author, screens });
    return files;
  }

  /** Restores files that were just removed from the disk although a person had changed them. */
  private async putBack(context: StageContext, removed: readonly string[]): Promise<void> {
    const { files, unedited } = context.project();
    const kept = removed.flatMap((path) => (path in unedited && files[path] ? [files[path]] : []));
    await this.write(context, await context.read(kept));
  }

  private async place(context: StageContext, files: readonly AppFile[], removed: readonly string[]): Promise<void> {
    const { projectId } = context;
    const isNew = ({ path }: AppFile): boolean => !(path in context.project().files);
    const added = files.filter(isNew);
    const replaced = files.filter((file) => !added.includes(file));
    // A build or an update reads the disk whenever it likes: it must not find a file that names one not known yet.
    await this.previewHost.settled(projectId);
    await this.write(context, added);
    // An open page must know a new route before its layout names it.
    if (added.length > 0 && replaced.length > 0) await this.previewHost.settled(projectId);
    await this.write(context, replaced);
    if (removed.length === 0) return;
    await this.workspace.remove(projectId, removed);
    await this.previewHost.changed(projectId, { changed: [], removed });
  }

  private async write({ projectId, signal }: StageContext, files: readonly AppFile[]): Promise<void> {
    signal.throwIfAborted();
    const changed = await this.workspace.write(projectId, files);
    if (changed.length > 0) await this.previewHost.changed(projectId, { changed, removed: [] });
  }
}
