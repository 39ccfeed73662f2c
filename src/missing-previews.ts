import type { INestApplicationContext } from '@nestjs/common';
import { ProjectFolders } from './driver/project-folders.js';
import { PreviewProxy } from './effects/preview-host/proxy/preview-proxy.js';
import { Database } from './event-store/database.js';
import { projectOfLabel } from './project-of-label.js';

/** A preview whose folder is gone is rebuilt from the log when somebody asks for it; who asks meanwhile waits for the same. */
export function bringBackMissingPreviews(app: INestApplicationContext): void {
  const folders = app.get(ProjectFolders);
  const database = app.get(Database);
  const underWay = new Map<string, Promise<boolean>>();
  const bringBack = async (label: string): Promise<boolean> => {
    const projectId = await projectOfLabel(label, database);
    return projectId !== undefined && folders.bringBack(projectId);
  };
  app.get(PreviewProxy).onMissing((label) => {
    const running = underWay.get(label) ?? bringBack(label).finally(() => underWay.delete(label));
    underWay.set(label, running);
    return running;
  });
}
