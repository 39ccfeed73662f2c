import type { RecordedEvent } from './events.js';

/** What a run has used of models so far. */
export interface Meter {
  /** Requests made, whether they brought an answer or not. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars, of the calls whose price is known. */
  readonly costUsd: number;
  /** Some call had no known price: the cost is more than `costUsd` says. */
  readonly hasUnknownCost: boolean;
}

export const EMPTY_METER: Meter = { calls: 0, inputTokens: 0, outputTokens: 0, costUsd: 0, hasUnknownCost: false };

type ModelEvent = Extract<RecordedEvent, { type: 'ModelAnswered' | 'ModelCallFailed' }>;

/** The meter after one more request. */
export function metered(meter: Meter, event: ModelEvent): Meter {
  const usage = event.type === 'ModelAnswered' ? event.data.usage : undefined;
  return {
    calls: meter.calls + 1,
    inputTokens: meter.inputTokens + (usage?.input_tokens ?? 0),
    outputTokens: meter.outputTokens + (usage?.output_tokens ?? 0),
    costUsd: meter.costUsd + (event.data.cost_usd ?? 0),
    hasUnknownCost: meter.hasUnknownCost || event.data.cost_usd === null,
  };
}

/** What a run cost, in US dollars; null where that is not known. */
export function totalCostUsd({ costUsd, hasUnknownCost }: Meter): number | null {
  return hasUnknownCost ? null : costUsd;
}
