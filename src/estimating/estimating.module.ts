import { type DynamicModule, Module } from '@nestjs/common';
import { LanguageModel } from '../effects/language-model/language-model.port.js';
import { RecordedAnswers } from './recorded-answers.js';
import { RunEstimator } from './run-estimator.js';

export interface EstimatingOptions {
  /** Screens that a run asks a model for at once. */
  readonly screenBatchSize: number;
}

/** Provides {@link RunEstimator}; needs the global `EventStoreModule` and `LanguageModelModule`. */
@Module({})
export class EstimatingModule {
  static forRoot({ screenBatchSize }: EstimatingOptions): DynamicModule {
    return {
      module: EstimatingModule,
      global: true,
      providers: [
        RecordedAnswers,
        {
          provide: RunEstimator,
          inject: [RecordedAnswers, { token: LanguageModel, optional: true }],
          useFactory: (recorded: RecordedAnswers, model?: LanguageModel) =>
            new RunEstimator(recorded, screenBatchSize, model),
        },
      ],
      exports: [RunEstimator],
    };
  }
}
