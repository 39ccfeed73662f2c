import type { Workspace } from '../effects/workspace/workspace.port.js';
import type { StageOutput } from '../generation/events.js';
import type { Skeletons } from './skeletons.js';
import { type StageContext, StageTask } from './stage-task.js';

/** Creates the project's folder, or takes over the skeleton that was prepared for a viewer. */
export class CreatingProject extends StageTask {
  override readonly stage = 'creating_project';

  constructor(
    private readonly workspace: Workspace,
    private readonly skeletons: Skeletons,
  ) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    await this.skeletons.claim(context.projectId);
    await this.workspace.create(context.projectId);
    return {};
  }
}
