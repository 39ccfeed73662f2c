import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Database } from '../../event-store/database.js';

/** Runs that were asked for from `from` on and before `to`; ISO 8601. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Milliseconds; null where nothing was measured. */
export interface Spread {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** US dollars of runs; those of unknown price are counted apart. */
export interface Cost {
  readonly runs: number;
  readonly cost_usd: number;
  readonly runs_of_unknown_cost: number;
}

export interface RunStatsOf {
  readonly runs: Readonly<Record<'total' | 'active' | 'complete' | 'failed' | 'cancelled', number>>;
  readonly duration_ms: Spread;
  readonly first_light_ms: Spread;
  readonly stages: readonly (Spread & { readonly stage: string })[];
  /** Most frequent first. */
  readonly failures: readonly {
    readonly code: string;
    readonly stage: string;
    readonly count: number;
    /** The words of the newest. */
    readonly reason: string;
  }[];
  /** UTC. */
  readonly days: readonly (Cost & { readonly day: string })[];
  /** Dearest first; null: nobody's name was given. */
  readonly users: readonly (Cost & { readonly user_id: string | null })[];
  readonly models: readonly (Cost & { readonly model: string })[];
}

const IN_PERIOD = 'started_at >= $1 AND started_at < $2';
/** Rows of a list that may be long. */
const MOST = 100;
const COST = `count(*)::int AS runs, coalesce(sum(cost_usd), 0)::float8 AS cost_usd,
  count(*) FILTER (WHERE cost_usd IS NULL)::int AS runs_of_unknown_cost`;

const TOTALS = `
  SELECT count(*)::int AS total, count(*) FILTER (WHERE status = 'active')::int AS active,
    count(*) FILTER (WHERE status = 'complete')::int AS complete, count(*) FILTER (WHERE status = 'failed')::int AS failed,
    count(*) FILTER (WHERE status = 'cancelled')::int AS cancelled,
    ${spread('duration_ms', 'duration_')}, ${spread('first_light_ms', 'first_light_')}
  FROM run_view WHERE ${IN_PERIOD}`;

const STAGES = `
  SELECT key COLLATE "C" AS stage, ${spread('value::int')}
  FROM run_view CROSS JOIN jsonb_each(stages_ms) WHERE ${IN_PERIOD} GROUP BY 1 ORDER BY 1`;

const FAILURES = `
  SELECT error->>'code' AS code, error->>'stage' AS stage, count(*)::int AS count,
    (array_agg(error->>'message' ORDER BY started_at DESC))[1] AS reason
  FROM run_view WHERE ${IN_PERIOD} AND error IS NOT NULL GROUP BY 1, 2 ORDER BY count DESC, code LIMIT ${MOST}`;

const DAYS = `
  SELECT to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, ${COST}
  FROM run_view WHERE ${IN_PERIOD} GROUP BY 1 ORDER BY 1`;

const USERS = `
  SELECT user_id, ${COST} FROM run_view WHERE ${IN_PERIOD} GROUP BY 1 ORDER BY cost_usd DESC, runs DESC LIMIT ${MOST}`;

const MODELS = `
  SELECT model, ${COST} FROM (
    SELECT key AS model, (value #>> '{}')::float8 AS cost_usd
    FROM run_view CROSS JOIN jsonb_each(cost_by_model) WHERE ${IN_PERIOD}
  ) AS call GROUP BY 1 ORDER BY cost_usd DESC, runs DESC LIMIT ${MOST}`;

function spread(column: string, prefix = ''): string {
  const percentile = (share: number): string =>
    `round(percentile_cont(${share}) WITHIN GROUP (ORDER BY ${column}))::int`;
  return `count(${column})::int AS ${prefix}count, ${percentile(0.5)} AS ${prefix}p50, ${percentile(0.95)} AS ${prefix}p95`;
}

/** What `run_view` says of all runs of a period. */
@Injectable()
export class RunStats {
  constructor(private readonly database: Database) {}

  async of(period: Period): Promise<RunStatsOf> {
    const { pool } = this.database;
    const [totals, stages, failures, days, users, models] = await Promise.all([
      rowsOf<Totals>(pool, TOTALS, period).then(only),
      rowsOf<RunStatsOf['stages'][number]>(pool, STAGES, period),
      rowsOf<RunStatsOf['failures'][number]>(pool, FAILURES, period),
      rowsOf<RunStatsOf['days'][number]>(pool, DAYS, period),
      rowsOf<RunStatsOf['users'][number]>(pool, USERS, period),
      rowsOf<RunStatsOf['models'][number]>(pool, MODELS, period),
    ]);
    return { ...spreadsOf(totals), stages, failures, days, users, models };
  }
}

/** A row of TOTALS. */
type Totals = RunStatsOf['runs'] &
  Readonly<Record<`duration_${keyof Spread}` | `first_light_${keyof Spread}`, number | null>>;

function spreadsOf(row: Totals): Pick<RunStatsOf, 'runs' | 'duration_ms' | 'first_light_ms'> {
  const { total, active, complete, failed, cancelled } = row;
  const of = (name: 'duration' | 'first_light'): Spread => {
    return { count: row[`${name}_count`] ?? 0, p50: row[`${name}_p50`], p95: row[`${name}_p95`] };
  };
  return {
    runs: { total, active, complete, failed, cancelled },
    duration_ms: of('duration'),
    first_light_ms: of('first_light'),
  };
}

async function rowsOf<Row extends object>(pool: Pool, text: string, { from, to }: Period): Promise<readonly Row[]> {
  return (await pool.query<Row>(text, [from, to])).rows;
}

/** An aggregate without groups has one row, whatever there is. */
function only<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('An aggregate gave no row.');
  return row;
}
