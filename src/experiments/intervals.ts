import jStat from 'jstat';

/** How sure an interval is to hold the true value. */
const CONFIDENCE = 0.95;
const TAIL = (1 - CONFIDENCE) / 2;

/** A value and its 95 % confidence interval; null where there is too little to tell. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What was measured in several runs. */
export interface Summary {
  /** How many runs were measured. */
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Of the mean, by Student's t; null below two runs. */
  readonly interval: Interval | null;
}

/** @param values nothing where a run was not measured */
export function summaryOf(values: readonly (number | null)[]): Summary {
  const measured = values.filter((value) => value !== null).sort((one, other) => one - other);
  const n = measured.length;
  if (n === 0) return { n, mean: null, median: null, interval: null };
  const mean = measured.reduce((sum, value) => sum + value, 0) / n;
  return { n, mean, median: middleOf(measured), interval: n < 2 ? null : aroundMean(measured, mean) };
}

/** Share of `count` in `total`, with the exact (Clopper–Pearson) interval, which holds for few votes too. */
export function shareOf(
  count: number,
  total: number,
): { readonly share: number | null; readonly interval: Interval | null } {
  if (total === 0) return { share: null, interval: null };
  const low = count === 0 ? 0 : jStat.beta.inv(TAIL, count, total - count + 1);
  const high = count === total ? 1 : jStat.beta.inv(1 - TAIL, count + 1, total - count);
  return { share: count / total, interval: { low, high } };
}

function aroundMean(values: readonly number[], mean: number): Interval {
  const n = values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = jStat.studentt.inv(1 - TAIL, n - 1) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half };
}

function middleOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [below = NaN, above = NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}
