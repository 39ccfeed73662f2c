import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Workspace } from '../effects/workspace/workspace.port.js';
import { Database } from '../event-store/database.js';
import { projectOfLabel } from './project-of-label.js';

/**
 * A crash leaves the folders of projects that were viewed but never started. They are removed at the next start, before anybody can view them
 * again; projects that have an event stay.
 */
@Injectable()
export class LeftFolders implements OnApplicationBootstrap {
  private readonly logger = new Logger('Workspace');

  constructor(
    private readonly workspace: Workspace,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const swept = await this.workspace.sweep((label) => this.hasEvents(label));
    if (swept.length > 0)
      this.logger.log(`Removed prepared folders of projects that were never started: ${swept.join(', ')}.`);
  }

  private async hasEvents(label: string): Promise<boolean> {
    const projectId = await projectOfLabel(label, this.database);
    const found = 'select 1 from event where project_id = $1 and seq = 1';
    return projectId !== undefined && (await this.database.pool.query(found, [projectId])).rows.length > 0;
  }
}
