import { screenParts } from '../blueprint/app-parts.js';
import type { ChosenModel, ModelChoice } from '../effects/language-model/model-choice.port.js';
import type { StageOutput } from '../generation/events.js';
import type { FilePublisher } from './file-publisher.js';
import type { ModelHands } from './model-hands.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

/** Adds the remaining screens to the open preview, one after the other; with a model, by its plan, or all screens again by its code. */
export class GeneratingScreens extends StageTask {
  override readonly stage = 'generating_screens';

  constructor(
    private readonly publisher: FilePublisher,
    private readonly models: ModelChoice,
    private readonly hands: ModelHands,
  ) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    const { instruction, wantedModel } = context.run();
    const chosen = await this.models.now(wantedModel);
    if (!chosen && wantedModel !== undefined) throw new WantedModelMissing(wantedModel);
    if (instruction !== undefined) return this.revise(context, instruction, chosen);
    if (chosen) return this.byModel(context, chosen);
    const parts = screenParts(planOf(context));
    await context.succeeded('preview_ready');
    for (const { screen, path, files } of parts) {
      const screens = screen !== undefined && path !== undefined ? [{ screen, path }] : [];
      await this.publisher.publish(context, { files, screens });
    }
    return {};
  }

  private revise(context: StageContext, instruction: string, chosen: ChosenModel | undefined): Promise<StageOutput> {
    if (!chosen) throw new ModelMissing();
    return this.hands.reviser(chosen.model).revise(context, instruction);
  }

  private async byModel(context: StageContext, { model, writes }: ChosenModel): Promise<StageOutput> {
    const draft = planOf(context);
    const isPlanAlone = writes === 'plan';
    const author = isPlanAlone ? this.hands.planAuthor(model) : this.hands.author(model);
    const output = await author.write(context);
    const { plan = draft, written = [] } = output;
    const most = plan.screens.length / 2;
    if (!isPlanAlone && written.length < most && !context.run().isBudgetReached) {
      await this.models.codeFailed(model, `${written.length} of ${plan.screens.length} screens could be used.`);
    }
    // If rules made the plan, its entities are the draft's own object.
    return { ...output, model: model.name, isPlannedByModel: plan.entities !== draft.entities };
  }
}

/** A run that requested a model must not silently be made by rules. */
class WantedModelMissing extends Error {
  readonly code = 'model_missing';
  constructor(model: string) {
    super(`The requested model ${JSON.stringify(model)} was not found on this machine: start its server, then retry.`);
    this.name = 'WantedModelMissing';
  }
}

/** Rules cannot change an app from a description. */
class ModelMissing extends Error {
  readonly code = 'model_missing';
  constructor() {
    super(
      'Changing an app by words needs a model: set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL, or choose one on the page, then retry.',
    );
    this.name = 'ModelMissing';
  }
}
