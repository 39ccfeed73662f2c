import type { BlobStore } from '../event-store/blob-store.port.js';
import type { DriverCommand } from '../generation/commands.js';
import type { SiteExporter } from '../stages/site-exporter.js';
import { codeOf } from '../stages/stage-failure.js';
import type { FolderCheck } from './folder-check.js';
import type { ProjectSession } from './project-session.js';
import type { Work } from './work-runner.js';

/** The export of a project's site. */
export class SiteWork implements Work {
  /** The first export with a kit compiles all of it. */
  readonly deadlineMs = 300_000;

  constructor(
    private readonly session: ProjectSession,
    private readonly exporter: SiteExporter,
    private readonly blobs: BlobStore,
    private readonly folder: Pick<FolderCheck, 'bringTo'>,
    private readonly by: { readonly epoch: number; readonly run: number },
  ) {}

  async execute(signal: AbortSignal): Promise<DriverCommand> {
    const { state } = this.session;
    await this.folder.bringTo(state);
    const { label, url, files } = await this.exporter.export(state.projectId, signal);
    const refs = await this.blobs.put(files.map(({ content }) => content));
    const stored = files.flatMap(({ path }, index) => (refs[index] ? [{ path, ...refs[index] }] : []));
    return { type: 'RecordSite', label, url, files: stored, ...this.by };
  }

  failure(error: unknown): DriverCommand {
    const reason = `The app could not be exported: ${error instanceof Error ? error.message : String(error)}`;
    return { type: 'FailShare', code: codeOf(error) ?? 'share_failed', reason, ...this.by };
  }

  expired(): Error {
    return new Error(`it took longer than ${this.deadlineMs / 1000} s`);
  }
}
