import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { StageOutput } from '../generation/events.js';
import { StageTask } from './stage-task.js';

/** Attaches the prepared kit; waits for its preparation if that is still running. */
export class InstallingDeps extends StageTask {
  override readonly stage = 'installing_deps';

  constructor(private readonly previewHost: PreviewHost) {
    super();
  }

  override async execute(): Promise<StageOutput> {
    await this.previewHost.ready();
    return {};
  }
}
