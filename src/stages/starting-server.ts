import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { StageOutput } from '../generation/events.js';
import { type StageContext, StageTask } from './stage-task.js';

/** Makes the preview host serve this project. */
export class StartingServer extends StageTask {
  override readonly stage = 'starting_server';

  constructor(private readonly previewHost: PreviewHost) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    await this.previewHost.open(context.projectId);
    return {};
  }
}
