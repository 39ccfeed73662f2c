import { componentPart } from '../blueprint/component-files.js';
import type { StageOutput } from '../generation/events.js';
import type { FilePublisher } from './file-publisher.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

/** The shared components that no screen had to wait for. */
export class AddingComponents extends StageTask {
  override readonly stage = 'adding_components';

  constructor(private readonly publisher: FilePublisher) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    const { written } = context.run();
    const files = componentPart(planOf(context)).files.filter(({ path }) => !written.includes(path));
    await this.publisher.publish(context, { files });
    return {};
  }
}
