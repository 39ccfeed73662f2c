import type { BlobStore } from '../event-store/blob-store.port.js';
import type { SiteExporter } from '../stages/site-exporter.js';
import { codeOf } from '../stages/stage-failure.js';
import type { ProjectSession } from './project-session.js';
import { isOfTheLog } from './stage-runner.js';

/** The first export of a kit compiles all of it anew. */
const DEADLINE_MS = 300_000;

/** The export of a project's site at work, from its start to its recorded outcome. */
export class SiteExport {
  /** Resolves when the outcome is in the log, or the work was stopped; rejects when the log refuses. */
  readonly ended: Promise<void>;
  hasEnded = false;
  private readonly stopping = new AbortController();

  constructor(
    private readonly session: ProjectSession,
    private readonly exporter: SiteExporter,
    private readonly blobs: BlobStore,
    private readonly by: { readonly epoch: number; readonly run: number },
  ) {
    this.ended = this.work().finally(() => {
      this.hasEnded = true;
    });
    this.ended.catch(() => {
      // Heard by whoever races on `ended`; kept from counting as unhandled until then.
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort(new Error('The export was stopped.'));
    await this.ended;
  }

  private async work(): Promise<void> {
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(DEADLINE_MS)]);
    try {
      const { label, url, files } = await this.exporter.export(this.session.state.projectId, signal);
      const refs = await this.blobs.put(files.map(({ content }) => content));
      const stored = files.flatMap(({ path }, index) => (refs[index] ? [{ path, ...refs[index] }] : []));
      await this.session.submit({ type: 'RecordSite', label, url, files: stored, ...this.by });
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      if (isOfTheLog(error)) throw error;
      const reason = `The app could not be exported: ${error instanceof Error ? error.message : String(error)}`;
      await this.session.submit({ type: 'FailShare', code: codeOf(error) ?? 'share_failed', reason, ...this.by });
    }
  }
}
