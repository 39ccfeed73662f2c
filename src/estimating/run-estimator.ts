import { Injectable } from '@nestjs/common';
import { estimateRun } from '../authoring/estimate.js';
import { planApp } from '../blueprint/plan-app.js';
import type { LanguageModel } from '../effects/language-model/language-model.port.js';
import type { RunEstimate } from '../generation/events.js';
import type { RecordedAnswers } from './recorded-answers.js';

/** What a run will probably take, before it is started. Asks no model. */
@Injectable()
export class RunEstimator {
  constructor(
    private readonly recorded: RecordedAnswers,
    private readonly screenBatchSize: number,
    private readonly model?: LanguageModel,
  ) {}

  /** Undefined where no model is set up: then nothing is paid for. */
  async estimate(prompt: string): Promise<RunEstimate | undefined> {
    const { model, screenBatchSize } = this;
    if (!model) return undefined;
    const figures = {
      model: model.name,
      screenBatchSize,
      countTokens: (text: string) => model.countTokens(text),
      priceUsd: (usage: { inputTokens: number; outputTokens: number }) => model.priceUsd(usage),
    };
    return estimateRun(prompt, planApp({ prompt }), figures, await this.recorded.sizes(model.name));
  }
}
