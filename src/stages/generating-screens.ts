import { screenParts } from '../blueprint/screen-files.js';
import type { StageOutput } from '../generation/events.js';
import type { FilePublisher } from './file-publisher.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

/** The further screens, one after the other into the open preview. */
export class GeneratingScreens extends StageTask {
  override readonly stage = 'generating_screens';

  constructor(private readonly publisher: FilePublisher) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    const parts = screenParts(planOf(context));
    await context.succeeded('preview_ready');
    for (const { screen, path, files } of parts) {
      const screens = screen !== undefined && path !== undefined ? [{ screen, path }] : [];
      await this.publisher.publish(context, { files, screens });
    }
    return {};
  }
}
