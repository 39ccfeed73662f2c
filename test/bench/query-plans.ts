import pg, { type Pool } from 'pg';

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A node of `EXPLAIN (FORMAT JSON)`. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Reads of the log, its contents and the views; the queue's own statements are left out. */
const EXPLAINED = /^\s*(?:select|with)\b.*\b(?:event|blob|\w+_view|viewer_count)\b/is;

/** The statements that this process sends to Postgres while `work` goes on, each once, with the values it was last sent with. */
export async function statementsDuring(work: () => Promise<void>): Promise<readonly Statement[]> {
  const statements = new Map<string, Statement>();
  const client = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const { query } = client;
  client.query = function (first, second, ...others) {
    const { text, values } =
      typeof first === 'string' ? { text: first, values: second } : (first as Partial<Statement>);
    if (text !== undefined && EXPLAINED.test(text))
      statements.set(text, { text, values: Array.isArray(values) ? values : [] });
    return query.call(this, first, second, ...others);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return [...statements.values()];
}

/** The nodes of its plan, outermost first: `Limit > Index Scan on run_view using run_view_started_at`. */
export async function planOf(pool: Pool, { text, values }: Statement): Promise<string> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`EXPLAIN (FORMAT JSON) ${text}`, [
    ...values,
  ]);
  const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
  if (!plan) throw new Error(`Postgres gave no plan for ${text}`);
  return nodesOf(plan.Plan).join(' > ');
}

/** @throws with the plans that read a whole table where an index should lead to its rows */
export function requireNoScanOf(
  table: string,
  plans: readonly { readonly what: string; readonly plan: string }[],
): void {
  const scans = plans.filter(({ plan }) => plan.split(' > ').includes(`Seq Scan on ${table}`));
  if (scans.length === 0) return;
  throw new Error(`The whole of ${table} is read:\n${scans.map(({ what, plan }) => `${what}: ${plan}`).join('\n')}`);
}

function nodesOf(node: PlanNode): readonly string[] {
  const { 'Node Type': type, 'Relation Name': relation, 'Index Name': index, Plans: below = [] } = node;
  const name = [type, relation && `on ${relation}`, index && `using ${index}`].filter(Boolean).join(' ');
  return [name, ...below.flatMap(nodesOf)];
}
