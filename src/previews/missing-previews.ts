import { Injectable, Logger } from '@nestjs/common';
import { PastVersions } from '../driver/past-versions.js';
import { ProjectFolders } from '../driver/project-folders.js';
import { PreviewSites } from '../effects/preview-host/preview-sites.port.js';
import { PreviewWatch } from '../effects/preview-host/preview-watch.port.js';
import { Database } from '../event-store/database.js';
import { pastOfProject, projectOfLabel } from './project-of-label.js';

/**
 * A preview whose folder is gone is rebuilt from the log when somebody asks for it; who asks meanwhile waits for the same. So are past
 * versions, which go again when nobody looks at them any more.
 */
@Injectable()
export class MissingPreviews {
  private readonly logger = new Logger('Preview');
  private readonly underWay = new Map<string, Promise<boolean>>();

  constructor(
    private readonly folders: ProjectFolders,
    private readonly versions: PastVersions,
    private readonly database: Database,
    previews: PreviewWatch,
    sites: PreviewSites,
  ) {
    previews.onSuspended((label) => {
      this.putAway(label).catch((error: unknown) =>
        this.logger.warn(`The past version ${label} could not be put away: ${String(error)}`),
      );
    });
    sites.onMissing((label) => {
      const running = this.underWay.get(label) ?? this.bringBack(label).finally(() => this.underWay.delete(label));
      this.underWay.set(label, running);
      return running;
    });
  }

  private async bringBack(label: string): Promise<boolean> {
    const past = await pastOfProject(label, this.database);
    if (past) return this.versions.show(past.projectId, past.seq);
    const projectId = await projectOfLabel(label, this.database);
    return projectId !== undefined && this.folders.bringBack(projectId);
  }

  private async putAway(label: string): Promise<void> {
    const past = await pastOfProject(label, this.database);
    if (past) await this.versions.leave(past.projectId, past.seq);
  }
}
