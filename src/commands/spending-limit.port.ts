/** The spending limit for models; checked by every command that needs a model, whoever sends it. */
export abstract class SpendingLimit {
  /** @throws BudgetReached if the user of the project's last run has no budget left */
  abstract requireLeft(projectId: string): Promise<void>;
}
