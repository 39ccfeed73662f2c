import { screenParts } from '../blueprint/screen-files.js';
import type { StageOutput } from '../generation/events.js';
import type { FilePublisher } from './file-publisher.js';
import type { ModelAuthor } from './model-author.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

/** The further screens, one after the other into the open preview; with a model, all screens anew. */
export class GeneratingScreens extends StageTask {
  override readonly stage = 'generating_screens';

  constructor(
    private readonly publisher: FilePublisher,
    private readonly author?: ModelAuthor,
  ) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    if (this.author) return this.author.write(context);
    const parts = screenParts(planOf(context));
    await context.succeeded('preview_ready');
    for (const { screen, path, files } of parts) {
      const screens = screen !== undefined && path !== undefined ? [{ screen, path }] : [];
      await this.publisher.publish(context, { files, screens });
    }
    return {};
  }
}
