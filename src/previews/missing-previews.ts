import { Injectable, Logger } from '@nestjs/common';
import { PastVersions } from '../driver/past-versions.js';
import { ProjectFolders } from '../driver/project-folders.js';
import { PreviewSites } from '../effects/preview-host/preview-sites.port.js';
import { PreviewWatch } from '../effects/preview-host/preview-watch.port.js';
import { pastOfLabel } from '../effects/workspace/workspace.port.js';
import { Database } from '../event-store/database.js';
import { PastPreviews } from './past-previews.js';
import { projectOfLabel } from './project-of-label.js';

/**
 * When somebody opens a preview whose folder is gone, rebuilds the folder from the log; others who open it meanwhile wait for the same
 * rebuild. Past versions are rebuilt the same way, and removed when nobody views them any more.
 */
@Injectable()
export class MissingPreviews {
  private readonly logger = new Logger('Preview');
  private readonly underWay = new Map<string, Promise<boolean>>();
  private readonly past: PastPreviews;

  constructor(
    private readonly folders: ProjectFolders,
    versions: PastVersions,
    private readonly database: Database,
    previews: PreviewWatch,
    sites: PreviewSites,
  ) {
    this.past = new PastPreviews(versions, database);
    previews.onSuspended((label) => {
      if (!pastOfLabel(label)) return;
      this.past
        .putAway(label)
        .catch((error: unknown) =>
          this.logger.warn(`The past version ${label} could not be removed: ${String(error)}`),
        );
    });
    sites.onMissing((label, hasFolder) => {
      if (pastOfLabel(label)) return this.past.show(label, hasFolder);
      const running = this.underWay.get(label) ?? this.bringBack(label).finally(() => this.underWay.delete(label));
      this.underWay.set(label, running);
      return running;
    });
  }

  private async bringBack(label: string): Promise<boolean> {
    const projectId = await projectOfLabel(label, this.database);
    return projectId !== undefined && this.folders.bringBack(projectId);
  }
}
