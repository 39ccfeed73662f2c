import { Global, Module } from '@nestjs/common';
import { SpendingLimit } from './commands/spending-limit.port.js';
import { DailyBudget } from './estimating/daily-budget.js';

/** Holds the commands to the budgets of `estimating`; needs its global module. */
@Global()
@Module({ providers: [{ provide: SpendingLimit, useExisting: DailyBudget }], exports: [SpendingLimit] })
export class SpendingModule {}
