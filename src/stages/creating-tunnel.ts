import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { StageOutput } from '../generation/events.js';
import { type StageContext, StageTask } from './stage-task.js';

/** The stable URLs under which the preview answers. */
export class CreatingTunnel extends StageTask {
  override readonly stage = 'creating_tunnel';

  constructor(private readonly previewHost: PreviewHost) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    return { urls: await this.previewHost.open(context.projectId) };
  }
}
