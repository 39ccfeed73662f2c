import { planApp } from '../blueprint/plan-app.js';
import type { StageOutput } from '../generation/events.js';
import { type StageContext, StageTask } from './stage-task.js';

/** Makes the blueprint's plan from the prompt alone. */
export class Analyzing extends StageTask {
  override readonly stage = 'analyzing';

  override execute(context: StageContext): Promise<StageOutput> {
    const { prompt, templateId, seed } = context.run();
    const plan = planApp({
      prompt,
      ...(templateId !== undefined && { templateId }),
      ...(seed !== undefined && { seed }),
    });
    return Promise.resolve({ plan });
  }
}
