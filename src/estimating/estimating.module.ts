import { type DynamicModule, Module } from '@nestjs/common';
import { ModelChoice } from '../effects/language-model/model-choice.port.js';
import { Database } from '../event-store/database.js';
import { DailyBudget } from './daily-budget.js';
import { RecordedAnswers } from './recorded-answers.js';
import { RunEstimator } from './run-estimator.js';

export interface EstimatingOptions {
  /** Screens that a run asks a model for at once. */
  readonly screenBatchSize: number;
  /** US dollars that the runs of a user may spend on models in a day; undefined: no limit. */
  readonly budgetUsdPerUserPerDay: number | undefined;
}

/** Provides {@link RunEstimator} and {@link DailyBudget}; needs the global `EventStoreModule` and `ModelsModule`. */
@Module({})
export class EstimatingModule {
  static forRoot({ screenBatchSize, budgetUsdPerUserPerDay }: EstimatingOptions): DynamicModule {
    return {
      module: EstimatingModule,
      global: true,
      providers: [
        RecordedAnswers,
        {
          provide: DailyBudget,
          inject: [Database],
          useFactory: (database: Database) => new DailyBudget(database, budgetUsdPerUserPerDay),
        },
        {
          provide: RunEstimator,
          inject: [RecordedAnswers, ModelChoice],
          useFactory: (recorded: RecordedAnswers, models: ModelChoice) =>
            new RunEstimator(recorded, screenBatchSize, models),
        },
      ],
      exports: [RunEstimator, DailyBudget],
    };
  }
}
