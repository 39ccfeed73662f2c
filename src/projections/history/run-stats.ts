import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Database } from '../../event-store/database.js';
import { type Stage, STAGES } from '../../generation/stage-plan.js';

/** Runs requested at or after `from` and before `to`; ISO 8601. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Percentiles in milliseconds; null if nothing was measured. */
export interface Spread {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** Cost of runs in US dollars. Runs with an unknown price are counted separately. */
export interface Cost {
  readonly runs: number;
  readonly cost_usd: number;
  readonly runs_of_unknown_cost: number;
}

export interface RunStatsOf {
  readonly runs: Readonly<Record<'total' | 'active' | 'complete' | 'failed' | 'cancelled', number>>;
  readonly duration_ms: Spread;
  readonly first_light_ms: Spread;
  /** The stages that were measured, in the order of a run. */
  readonly stages: readonly (Spread & { readonly stage: Stage })[];
  /** Most frequent first. */
  readonly failures: readonly {
    readonly code: string;
    readonly stage: string;
    readonly count: number;
    /** The message of the newest such failure. */
    readonly reason: string;
  }[];
  /** `day` is YYYY-MM-DD in UTC. */
  readonly days: readonly (Cost & { readonly day: string; readonly first_light_ms: Spread })[];
  /** Most expensive first; `user_id` is null for runs without a user. */
  readonly users: readonly (Cost & { readonly user_id: string | null })[];
  readonly models: readonly (Cost & { readonly model: string })[];
}

const IN_PERIOD = 'started_at >= $1 AND started_at < $2';
/** Maximum number of rows in a list. */
const MOST = 100;
const COST = `count(*)::int AS runs, coalesce(sum(cost_usd), 0)::float8 AS cost_usd,
  count(*) FILTER (WHERE cost_usd IS NULL)::int AS runs_of_unknown_cost`;

/** The stages with a duration in `stages_ms`. */
const TIMED_STAGES = STAGES.filter((stage) => stage !== 'complete');

/**
 * One pass over the rows, because the pass is the expensive part. All durations of a run are read from its JSON at once
 * (docs/benchmarks.md).
 */
const TOTALS = `
  SELECT count(*)::int AS total, count(*) FILTER (WHERE status = 'active')::int AS active,
    count(*) FILTER (WHERE status = 'complete')::int AS complete, count(*) FILTER (WHERE status = 'failed')::int AS failed,
    count(*) FILTER (WHERE status = 'cancelled')::int AS cancelled,
    ${spread('duration_ms', 'duration')}, ${spread('first_light_ms', 'first_light')},
    ${TIMED_STAGES.map((stage) => spread(`took.${stage}`, stage)).join(', ')}
  FROM run_view
    CROSS JOIN jsonb_to_record(stages_ms) AS took(${TIMED_STAGES.map((stage) => `${stage} integer`).join(', ')})
  WHERE ${IN_PERIOD}`;

const FAILURES = `
  SELECT error->>'code' AS code, error->>'stage' AS stage, count(*)::int AS count,
    (array_agg(error->>'message' ORDER BY started_at DESC))[1] AS reason
  FROM run_view WHERE ${IN_PERIOD} AND error IS NOT NULL GROUP BY 1, 2 ORDER BY count DESC, code LIMIT ${MOST}`;

const DAYS = `
  SELECT to_char((started_at AT TIME ZONE 'UTC')::date, 'YYYY-MM-DD') AS day, ${COST}, ${spread('first_light_ms', 'first_light')}
  FROM run_view WHERE ${IN_PERIOD} GROUP BY (started_at AT TIME ZONE 'UTC')::date ORDER BY 1`;

const USERS = `
  SELECT user_id, ${COST} FROM run_view WHERE ${IN_PERIOD} GROUP BY 1 ORDER BY cost_usd DESC, runs DESC LIMIT ${MOST}`;

const MODELS = `
  SELECT model, ${COST} FROM (
    SELECT key AS model, (value #>> '{}')::float8 AS cost_usd
    FROM run_view CROSS JOIN jsonb_each(cost_by_model) WHERE ${IN_PERIOD}
  ) AS call GROUP BY 1 ORDER BY cost_usd DESC, runs DESC LIMIT ${MOST}`;

/** Selects the columns `<name>_count` and `<name>_ms`, an array of p50 and p95 that is null if nothing was measured. */
function spread(column: string, name: string): string {
  return `count(${column})::int AS ${name}_count,
    percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY ${column}) AS ${name}_ms`;
}

/** Statistics over all runs of a period, from `run_view`. */
@Injectable()
export class RunStats {
  constructor(private readonly database: Database) {}

  async of(period: Period): Promise<RunStatsOf> {
    const { pool } = this.database;
    const [totals, failures, days, users, models] = await Promise.all([
      rowsOf<Totals>(pool, TOTALS, period).then(only),
      rowsOf<RunStatsOf['failures'][number]>(pool, FAILURES, period),
      rowsOf<Day>(pool, DAYS, period),
      rowsOf<RunStatsOf['users'][number]>(pool, USERS, period),
      rowsOf<RunStatsOf['models'][number]>(pool, MODELS, period),
    ]);
    return { ...spreadsOf(totals), failures, days: days.map(dayOf), users, models };
  }
}

/** The columns that {@link spread} selects. */
type Spreads<Name extends string> = Readonly<Record<`${Name}_count`, number>> &
  Readonly<Record<`${Name}_ms`, Quantiles>>;

/** p50 and p95. */
type Quantiles = readonly [number, number] | null;

/** A row of TOTALS. */
type Totals = RunStatsOf['runs'] & Spreads<'duration' | 'first_light' | Stage>;

/** A row of DAYS. */
type Day = Cost & { readonly day: string } & Spreads<'first_light'>;

function spreadsOf(row: Totals): Pick<RunStatsOf, 'runs' | 'duration_ms' | 'first_light_ms' | 'stages'> {
  const { total, active, complete, failed, cancelled } = row;
  return {
    runs: { total, active, complete, failed, cancelled },
    duration_ms: spreadOf(row.duration_count, row.duration_ms),
    first_light_ms: spreadOf(row.first_light_count, row.first_light_ms),
    stages: TIMED_STAGES.map((stage) => ({ stage, ...spreadOf(row[`${stage}_count`], row[`${stage}_ms`]) })).filter(
      ({ count }) => count > 0,
    ),
  };
}

function dayOf({ day, runs, cost_usd, runs_of_unknown_cost, ...row }: Day): RunStatsOf['days'][number] {
  return {
    day,
    runs,
    cost_usd,
    runs_of_unknown_cost,
    first_light_ms: spreadOf(row.first_light_count, row.first_light_ms),
  };
}

function spreadOf(count: number, ms: Quantiles): Spread {
  const [p50 = null, p95 = null] = ms ?? [];
  return { count, p50: rounded(p50), p95: rounded(p95) };
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms);
}

async function rowsOf<Row extends object>(pool: Pool, text: string, { from, to }: Period): Promise<readonly Row[]> {
  return (await pool.query<Row>(text, [from, to])).rows;
}

/** An aggregate without GROUP BY always has exactly one row. */
function only<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('The aggregate query returned no row.');
  return row;
}
