import type { Workspace } from '../effects/workspace/workspace.port.js';
import type { StageOutput } from '../generation/events.js';
import { type StageContext, StageTask } from './stage-task.js';

/** The project's folder. */
export class CreatingProject extends StageTask {
  override readonly stage = 'creating_project';

  constructor(private readonly workspace: Workspace) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    await this.workspace.create(context.projectId);
    return {};
  }
}
