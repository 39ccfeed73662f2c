import type { LanguageModel } from '../effects/language-model/language-model.port.js';
import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { TypeChecker } from '../effects/type-checker/type-checker.port.js';
import type { RunEstimator } from '../estimating/run-estimator.js';
import type { FilePublisher } from './file-publisher.js';
import { ModelAuthor } from './model-author.js';
import { ModelDesk } from './model-desk.js';
import { ModelMender } from './model-mender.js';
import { ModelReviser } from './model-reviser.js';
import type { PaidCalls } from './paid-calls.js';
import { PlanAuthor } from './plan-author.js';

export interface ModelHandsOptions {
  readonly publisher: FilePublisher;
  readonly calls: PaidCalls;
  readonly types: TypeChecker;
  readonly previewHost: PreviewHost;
  readonly estimator: RunEstimator;
  /** How many screens are requested at the same time. */
  readonly screenBatchSize: number;
}

/** The tasks for which a model is used; the model may be chosen while the service is running. */
export class ModelHands {
  constructor(private readonly options: ModelHandsOptions) {}

  author(model: LanguageModel): ModelAuthor {
    const { publisher, screenBatchSize, estimator } = this.options;
    return new ModelAuthor(this.desk(model), publisher, { screenBatchSize, estimator });
  }

  planAuthor(model: LanguageModel): PlanAuthor {
    return new PlanAuthor(this.desk(model), this.options.publisher, this.options.estimator);
  }

  reviser(model: LanguageModel): ModelReviser {
    return new ModelReviser(this.desk(model), this.options.publisher, this.options.previewHost);
  }

  mender(model: LanguageModel): ModelMender {
    const { publisher, types, previewHost, screenBatchSize } = this.options;
    return new ModelMender(this.desk(model), publisher, { types, previewHost }, screenBatchSize);
  }

  private desk(model: LanguageModel): ModelDesk {
    return new ModelDesk(model, this.options.calls);
  }
}
