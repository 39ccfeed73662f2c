import { Injectable } from '@nestjs/common';
import { type AnswerSizes, USUAL_SIZES } from '../authoring/estimate.js';
import { Database } from '../event-store/database.js';
import type { Range } from '../generation/events.js';

/** So many answers say more than the usual sizes. */
const ENOUGH = 5;
const LATEST = 500;

/** What a model answers with. */
export type AnswerKind = 'plan' | 'screen';

/** What models have answered on this service, from the log. */
@Injectable()
export class RecordedAnswers {
  constructor(private readonly database: Database) {}

  /**
   * The sizes of the model's latest answers of these kinds, from the 5th to the 95th percentile; the usual ones where there are too few
   * of one.
   */
  async sizes(model: string, kinds: readonly AnswerKind[]): Promise<AnswerSizes> {
    const { rows } = await this.database.pool.query<{ kind: string; tokens: number }>(
      `select split_part(data->>'call', ':', 1) as kind, (data->'usage'->>'output_tokens')::int as tokens
         from event
        where type = 'ModelAnswered' and starts_with(data->>'model', $1)
        order by position desc limit $2`,
      [model, LATEST],
    );
    const of = (kind: string): readonly number[] => rows.filter((row) => row.kind === kind).map(({ tokens }) => tokens);
    const known = kinds.map((kind) => ({ kind, sizes: of(kind) }));
    if (known.some(({ sizes }) => sizes.length < ENOUGH)) return USUAL_SIZES;
    const counted = known.map(({ kind, sizes }) => `${sizes.length} ${kind}s`).join(' and ');
    const spreads = Object.fromEntries(known.map(({ kind, sizes }) => [kind, spread(sizes)]));
    return { ...USUAL_SIZES, ...spreads, basis: `${counted} that ${model} wrote here` };
  }
}

function spread(sizes: readonly number[]): Range {
  const sorted = [...sizes].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.05), high: at(0.95) };
}
