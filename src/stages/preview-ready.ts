import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { StageOutput } from '../generation/events.js';
import { type StageContext, StageTask } from './stage-task.js';

/** Waits until the bundle has compiled and contains every written file, and the page has answered. */
export class PreviewReady extends StageTask {
  override readonly stage = 'preview_ready';

  constructor(private readonly previewHost: PreviewHost) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    const { urls } = context.run();
    if (!urls) throw new Error(`The run of ${context.projectId} has no URLs yet: creating_tunnel must succeed first.`);
    const code = Object.keys(context.project().files).filter((path) => /\.tsx?$/.test(path));
    await this.previewHost.check(context.projectId, code, context.signal);
    await context.record({ type: 'PublishPreview', urls });
    return {};
  }
}
