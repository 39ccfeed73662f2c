import pLimit from 'p-limit';
import { ModelError } from '../effects/language-model/language-model.port.js';
import type { DailyBudget } from '../estimating/daily-budget.js';
import type { StageContext } from './stage-task.js';

/** Money set aside for one question, from its first try until its cost is in the log. */
export interface Reservation {
  /** Sets aside the most that a try can cost, instead of the previous try's. @throws ModelError if that is too much */
  make(): Promise<void>;
  release(): void;
}

/** One of the limits for a call. */
interface Limit {
  readonly scope: 'run' | 'user';
  /** Whose money it is: calls of the same key share what is left. */
  readonly key: string;
  readonly setting: string;
  readonly budgetUsd: number;
  spentUsd(): Promise<number>;
}

/** Enforces the budgets of runs and users. Calls of this process that are in progress count with the most they can cost. */
export class Budgets {
  private readonly reserved = new Map<string, number>();
  /** Makes checking what is left and setting it aside one step. */
  private readonly inTurn = pLimit(1);

  constructor(
    /** US dollars; undefined: no limit. */
    private readonly perRunUsd: number | undefined,
    private readonly daily: DailyBudget,
  ) {}

  /** @param mostUsd the most that a try can cost; null where no price is known */
  reservation(context: StageContext, mostUsd: () => number | null): Reservation {
    const limits = this.limitsOf(context);
    let mine = 0;
    const change = (usd: number): void => {
      for (const { key } of limits) this.add(key, usd - mine);
      mine = usd;
    };
    return {
      make: () =>
        this.inTurn(async () => {
          change(0);
          const most = limits.length === 0 ? null : mostUsd();
          // Without a known price no limit can be enforced: the meter shows that the cost is unknown.
          if (most === null) return;
          for (const limit of limits) await this.requireCovered(context, limit, most);
          change(most);
        }),
      release: () => change(0),
    };
  }

  private limitsOf(context: StageContext): readonly Limit[] {
    const { run, userId } = context.run();
    const { perRunUsd, daily } = this;
    const ofRun = perRunUsd !== undefined && {
      scope: 'run' as const,
      key: `run ${context.projectId}/${run}`,
      setting: 'BUDGET_USD_PER_RUN',
      budgetUsd: perRunUsd,
      spentUsd: () => Promise.resolve(context.run().meter.costUsd),
    };
    const ofUser = daily.budgetUsd !== undefined && {
      scope: 'user' as const,
      key: `user ${userId ?? ''}`,
      setting: 'BUDGET_USD_PER_USER_PER_DAY',
      budgetUsd: daily.budgetUsd,
      spentUsd: () => daily.spentUsd(userId),
    };
    return [ofRun, ofUser].filter((limit) => limit !== false);
  }

  private add(key: string, usd: number): void {
    const sum = (this.reserved.get(key) ?? 0) + usd;
    if (sum > 0) this.reserved.set(key, sum);
    else this.reserved.delete(key);
  }

  private async requireCovered(context: StageContext, limit: Limit, mostUsd: number): Promise<void> {
    const { scope, key, setting, budgetUsd } = limit;
    const spentUsd = await limit.spentUsd();
    if (spentUsd + (this.reserved.get(key) ?? 0) + mostUsd <= budgetUsd) return;
    await context.record({ type: 'RecordBudgetReached', scope, spentUsd, budgetUsd });
    const who = scope === 'run' ? 'The run has' : 'The user’s runs have today';
    throw new ModelError(`${who} spent $${spentUsd.toFixed(4)}; one more call could exceed ${setting}=${budgetUsd}.`, {
      kind: 'content',
      code: 'budget_reached',
    });
  }
}
