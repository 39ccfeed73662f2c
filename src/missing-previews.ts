import { type INestApplicationContext, Logger } from '@nestjs/common';
import { PastVersions } from './driver/past-versions.js';
import { ProjectFolders } from './driver/project-folders.js';
import { MetroPreviewHost } from './effects/preview-host/metro-preview-host.js';
import { PreviewProxy } from './effects/preview-host/proxy/preview-proxy.js';
import { Database } from './event-store/database.js';
import { pastOfProject, projectOfLabel } from './project-of-label.js';

/**
 * A preview whose folder is gone is rebuilt from the log when somebody asks for it; who asks meanwhile waits for the same. So are past
 * versions, which go again when nobody looks at them any more.
 */
export function bringBackMissingPreviews(app: INestApplicationContext): void {
  const folders = app.get(ProjectFolders);
  const versions = app.get(PastVersions);
  const database = app.get(Database);
  const logger = new Logger('Preview');
  const underWay = new Map<string, Promise<boolean>>();
  const bringBack = async (label: string): Promise<boolean> => {
    const past = await pastOfProject(label, database);
    if (past) return versions.show(past.projectId, past.seq);
    const projectId = await projectOfLabel(label, database);
    return projectId !== undefined && folders.bringBack(projectId);
  };
  app.get(MetroPreviewHost).onSuspended((label) => {
    pastOfProject(label, database)
      .then((past) => past && versions.leave(past.projectId, past.seq))
      .catch((error: unknown) => logger.warn(`The past version ${label} could not be put away: ${String(error)}`));
  });
  app.get(PreviewProxy).onMissing((label) => {
    const running = underWay.get(label) ?? bringBack(label).finally(() => underWay.delete(label));
    underWay.set(label, running);
    return running;
  });
}
