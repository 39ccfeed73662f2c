import { Injectable } from '@nestjs/common';
import { estimatePlan, estimateRun } from '../authoring/estimate.js';
import { planApp } from '../blueprint/plan-app.js';
import type { ModelChoice } from '../effects/language-model/model-choice.port.js';
import { KIT_PACKAGES } from '../effects/workspace/kit-packages.port.js';
import type { RunEstimate } from '../generation/events.js';
import type { RecordedAnswers } from './recorded-answers.js';

/** What a run will probably take, before it is started. Asks no model. */
@Injectable()
export class RunEstimator {
  constructor(
    private readonly recorded: RecordedAnswers,
    private readonly screenBatchSize: number,
    private readonly models: ModelChoice,
  ) {}

  /** Undefined where no model is set up: then nothing is paid for. */
  async estimate(prompt: string, wantedModel?: string): Promise<RunEstimate | undefined> {
    const chosen = await this.models.now(wantedModel);
    if (!chosen) return undefined;
    const { model, writes } = chosen;
    const { screenBatchSize } = this;
    const figures = {
      model: model.name,
      screenBatchSize,
      packages: KIT_PACKAGES,
      countTokens: (text: string) => model.countTokens(text),
      priceUsd: (usage: { inputTokens: number; outputTokens: number }) => model.priceUsd(usage),
    };
    const draft = planApp({ prompt });
    if (writes === 'plan') {
      return estimatePlan(prompt, draft, figures, await this.recorded.sizes(model.name, ['plan']));
    }
    return estimateRun(prompt, draft, figures, await this.recorded.sizes(model.name, ['plan', 'screen']));
  }
}
