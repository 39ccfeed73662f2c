import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { Rebuilt, RebuildTarget, Workspace } from '../effects/workspace/workspace.port.js';
import type { AppFile } from '../generation/app-files.js';

/** Restores a project's folder, and its preview, from the log. */
export class ProjectRestorer {
  constructor(
    private readonly workspace: Workspace,
    private readonly previewHost: PreviewHost,
  ) {}

  /** The project's own folder, entry files included; the preview knows of every change when it resolves. */
  async restore(projectId: string, files: readonly AppFile[], target: { keepsOthers: boolean }): Promise<Rebuilt> {
    const rebuilt = await this.workspace.rebuild(projectId, files, target);
    await this.previewHost.open(projectId);
    const changed = [...rebuilt.missing, ...rebuilt.changed];
    const removed = target.keepsOthers ? [] : rebuilt.extra;
    if (changed.length + removed.length > 0) await this.previewHost.changed(projectId, { changed, removed });
    return rebuilt;
  }

  /** A past version, beside the project: nobody writes there. */
  async showPast(versionId: string, files: readonly AppFile[]): Promise<void> {
    await this.workspace.rebuild(versionId, files);
    const entries = await this.previewHost.place(versionId);
    await this.previewHost.changed(versionId, { changed: [...files.map(({ path }) => path), ...entries], removed: [] });
  }

  async leavePast(versionId: string): Promise<void> {
    await this.workspace.discard(versionId);
    await this.previewHost.forget(versionId);
  }

  /** Removes the project from this machine's disk and from the preview. */
  async erase(projectId: string): Promise<void> {
    for (const id of [projectId, ...(await this.workspace.pastVersions(projectId))]) {
      await this.workspace.discard(id);
      await this.previewHost.forget(id);
    }
  }

  /** Writes a separate folder, which no preview shows. */
  export(projectId: string, files: readonly AppFile[], target: Required<RebuildTarget>): Promise<Rebuilt> {
    return this.workspace.rebuild(projectId, files, target);
  }
}
