import { componentPart } from '../blueprint/app-parts.js';
import type { ModelChoice } from '../effects/language-model/model-choice.port.js';
import type { StageOutput } from '../generation/events.js';
import type { FilePublisher } from './file-publisher.js';
import type { ModelHands } from './model-hands.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

/** Adds the shared components that no screen had to wait for; if a model wrote, then checks its files over the whole app. */
export class AddingComponents extends StageTask {
  override readonly stage = 'adding_components';

  constructor(
    private readonly publisher: FilePublisher,
    private readonly models: ModelChoice,
    private readonly hands: ModelHands,
  ) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    const { written, wantedModel } = context.run();
    const files = componentPart(planOf(context)).files.filter(({ path }) => !written.includes(path));
    await this.publisher.publish(context, { files });
    const chosen = written.length === 0 ? undefined : await this.models.now(wantedModel);
    if (!chosen) return {};
    const plan = planOf(context);
    const { left, notes } = await this.hands.mender(chosen.model).mend(context);
    return { plan: { ...plan, notes: [...plan.notes, ...notes] }, written: left };
  }
}
