import type { ExportedSite, PreviewHost } from '../effects/preview-host/preview-host.port.js';

/** The finished app as a static site. */
export class SiteExporter {
  constructor(private readonly previewHost: PreviewHost) {}

  /** @throws the error that kept the preview host from exporting it */
  async export(projectId: string, signal: AbortSignal): Promise<ExportedSite> {
    await this.previewHost.ready();
    return this.previewHost.exportSite(projectId, signal);
  }
}
