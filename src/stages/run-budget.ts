import type { ModelRequest } from '../authoring/model-request.js';
import { type LanguageModel, ModelError } from '../effects/language-model/language-model.port.js';
import type { StageContext } from './stage-task.js';

/** Money set aside for one question, from its first try until its cost is in the log. */
export interface Reservation {
  /** Sets aside the most that a try can cost; another one takes the first one's place. @throws ModelError where it is too much */
  make(): Promise<void>;
  release(): void;
}

/** Holds each run to its budget. Calls on their way count with the most they can cost. */
export class RunBudget {
  private readonly reserved = new Map<string, number>();

  constructor(
    private readonly model: LanguageModel,
    /** US dollars; undefined: no limit. */
    private readonly budgetUsd: number | undefined,
  ) {}

  reservation(context: StageContext, request: ModelRequest): Reservation {
    const key = `${context.projectId}/${context.run().run}`;
    let mine = 0;
    const change = (usd: number): void => {
      const sum = (this.reserved.get(key) ?? 0) - mine + usd;
      mine = usd;
      if (sum > 0) this.reserved.set(key, sum);
      else this.reserved.delete(key);
    };
    return {
      make: async () => {
        change(0);
        const most = this.budgetUsd === undefined ? null : this.mostUsd(request);
        // Without a known price no limit can be held: the meter says that the cost is unknown.
        if (most === null) return;
        await this.requireCovered(context, (this.reserved.get(key) ?? 0) + most);
        change(most);
      },
      release: () => change(0),
    };
  }

  private mostUsd({ messages, maxOutputTokens }: ModelRequest): number | null {
    const inputTokens = messages.reduce((sum, { content }) => sum + this.model.countTokens(content), 0);
    return this.model.priceUsd({ inputTokens, outputTokens: maxOutputTokens });
  }

  private async requireCovered(context: StageContext, wantedUsd: number): Promise<void> {
    const budgetUsd = this.budgetUsd ?? Infinity;
    const spentUsd = context.run().meter.costUsd;
    if (spentUsd + wantedUsd <= budgetUsd) return;
    await context.record({ type: 'RecordBudgetReached', scope: 'run', spentUsd, budgetUsd });
    throw new ModelError(
      `The run has spent $${spentUsd.toFixed(4)}; one more call could exceed BUDGET_USD_PER_RUN=${budgetUsd}.`,
      { kind: 'content', code: 'budget_reached' },
    );
  }
}
