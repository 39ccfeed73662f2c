import { screenParts } from '../blueprint/screen-files.js';
import type { StageOutput } from '../generation/events.js';
import type { FilePublisher } from './file-publisher.js';
import type { ModelAuthor } from './model-author.js';
import type { ModelReviser } from './model-reviser.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

/** The further screens, one after the other into the open preview; with a model, all screens anew. */
export class GeneratingScreens extends StageTask {
  override readonly stage = 'generating_screens';

  constructor(
    private readonly publisher: FilePublisher,
    private readonly author?: ModelAuthor,
    private readonly reviser?: ModelReviser,
  ) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    const { instruction } = context.run();
    if (instruction !== undefined) return this.revise(context, instruction);
    if (this.author) return this.author.write(context);
    const parts = screenParts(planOf(context));
    await context.succeeded('preview_ready');
    for (const { screen, path, files } of parts) {
      const screens = screen !== undefined && path !== undefined ? [{ screen, path }] : [];
      await this.publisher.publish(context, { files, screens });
    }
    return {};
  }

  private revise(context: StageContext, instruction: string): Promise<StageOutput> {
    if (!this.reviser) throw new ModelMissing();
    return this.reviser.revise(context, instruction);
  }
}

/** Rules cannot change an app by words. */
class ModelMissing extends Error {
  readonly code = 'model_missing';
  constructor() {
    super(
      'Changing an app by words needs a model: set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL, then retry.',
    );
    this.name = 'ModelMissing';
  }
}
