/** What may be spent on models; held by every command that only a model can carry out, whoever sends it. */
export abstract class SpendingLimit {
  /** @throws BudgetReached where whoever the project's last run is of has nothing left */
  abstract requireLeft(projectId: string): Promise<void>;
}
