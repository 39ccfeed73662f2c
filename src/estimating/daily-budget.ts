import type { Database } from '../event-store/database.js';

/** A user has spent what a day allows; the day ends at 00:00 UTC. */
export class BudgetReached extends Error {
  readonly code = 'budget_reached';
  constructor(
    readonly spentUsd: number,
    readonly budgetUsd: number,
    /** Seconds until the day ends. */
    readonly retryAfterS: number,
  ) {
    super(
      `The user has spent $${spentUsd.toFixed(4)} of BUDGET_USD_PER_USER_PER_DAY=${budgetUsd} today; the next day begins at 00:00 UTC.`,
    );
    this.name = 'BudgetReached';
  }
}

/**
 * What a user may spend on models in a day (UTC), held against the log. Runs whose request named no user count together.
 * Calls without a known price count as nothing.
 */
export class DailyBudget {
  constructor(
    private readonly database: Database,
    /** US dollars; undefined: no limit. */
    readonly budgetUsd: number | undefined,
  ) {}

  /** What the runs of the user have cost since 00:00 UTC, in US dollars. */
  async spentUsd(userId: string | undefined): Promise<number> {
    const { rows } = await this.database.pool.query<{ usd: number }>(
      `select coalesce(sum((event.data->>'cost_usd')::float8), 0) as usd
         from run_view as run
         join event on event.project_id = run.project_id and event.run = run.run
        where run.user_id is not distinct from $1
          and (run.ended_at is null or run.ended_at >= $2)
          and event.type in ('ModelAnswered', 'ModelCallFailed') and event.at >= $2`,
      [userId ?? null, startOfDay()],
    );
    return rows[0]?.usd ?? 0;
  }

  /** @throws BudgetReached if the user of the project's last run has no budget left */
  async requireLeft(projectId: string): Promise<void> {
    if (this.budgetUsd === undefined) return;
    const { rows } = await this.database.pool.query<{ user_id: string | null }>(
      'select user_id from run_view where project_id = $1 order by run desc limit 1',
      [projectId],
    );
    const spentUsd = await this.spentUsd(rows[0]?.user_id ?? undefined);
    if (spentUsd >= this.budgetUsd) throw new BudgetReached(spentUsd, this.budgetUsd, secondsLeft());
  }
}

const DAY_MS = 86_400_000;

function startOfDay(): Date {
  return new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);
}

function secondsLeft(): number {
  return Math.ceil((startOfDay().getTime() + DAY_MS - Date.now()) / 1000);
}
