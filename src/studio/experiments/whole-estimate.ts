import type { RunEstimate } from '../../contract/run.js';
import { count, duration, money } from '../ui/format.js';

/**
 * What all runs will take together, as they run one after the other.
 * @param estimates of one run of each arm; null: rules write it
 */
export function wholeEstimate(estimates: readonly (RunEstimate | null)[], runsPerArm: number): string {
  const runs = count(estimates.length * runsPerArm, 'run');
  const models = estimates.filter((estimate) => estimate !== null);
  if (models.length === 0)
    return `${runs}, one after the other, a few seconds each. No model is used, so nothing is paid for.`;
  const sum = (of: (estimate: RunEstimate) => number): number =>
    models.reduce((total, estimate) => total + of(estimate) * runsPerArm, 0);
  const takes = `${duration(sum((one) => one.duration_ms.low))} to ${duration(sum((one) => one.duration_ms.high))}`;
  const isKnown = models.every(({ cost_usd }) => cost_usd !== null);
  const price = isKnown
    ? `about ${money(sum((one) => one.cost_usd?.low ?? 0))} to ${money(sum((one) => one.cost_usd?.high ?? 0))}`
    : 'at an unknown price';
  return `${runs}, one after the other: ${takes}, ${price}.`;
}
