import type { Experiment } from '../../contract/experiments.js';
import { duration, money } from '../ui/format.js';

export type ArmOf = Experiment['arms'][number];
export type Summary = ArmOf['measures']['errors'];
type MeasureName = keyof ArmOf['measures'];

/** Something that was measured of each run, for people. */
export interface Measure {
  readonly name: MeasureName;
  readonly label: string;
  /** Of whom less is better; `edits_kept` is neither good nor bad. */
  readonly better: 'less' | 'neither';
  readonly words: (value: number) => string;
}

const counted = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });

export const MEASURES: readonly Measure[] = [
  { name: 'time_to_preview_ms', label: 'Time to preview', better: 'less', words: duration },
  { name: 'time_to_complete_ms', label: 'Time to complete', better: 'less', words: duration },
  { name: 'cost_usd', label: 'Cost', better: 'less', words: money },
  { name: 'errors', label: 'Errors', better: 'less', words: counted },
  { name: 'repairs', label: 'Repairs', better: 'less', words: counted },
  { name: 'edits_kept', label: 'Edits kept', better: 'neither', words: counted },
];

/** `3.2 s, between 2.8 s and 3.6 s (3 runs)`. */
export function summaryWords({ n, mean, interval }: Summary, words: Measure['words']): string {
  if (mean === null) return 'not measured';
  const runs = n === 1 ? '1 run' : `${n} runs`;
  if (interval === null || interval.low === interval.high) return `${words(mean)} (${runs})`;
  return `${words(mean)}, between ${words(Math.max(0, interval.low))} and ${words(interval.high)} (${runs})`;
}

/** What the intervals say: which arm is ahead of all others for sure, or that they do not tell. */
export function verdict({ name, better }: Measure, arms: readonly Pick<ArmOf, 'arm' | 'measures'>[]): string {
  const of = arms.map(({ arm, measures }) => ({ arm, ...measures[name] }));
  if (of.some(({ mean }) => mean === null)) return 'Not measured for every arm.';
  const means = new Set(of.map(({ mean }) => mean));
  if (means.size === 1) return 'The same for all arms.';
  if (of.some(({ interval }) => interval === null)) return 'Too few runs to tell.';
  const [first, ...others] = of.toSorted((one, other) => (one.mean ?? 0) - (other.mean ?? 0));
  const isApart = others.every(({ interval }) => (first?.interval?.high ?? 0) < (interval?.low ?? 0));
  if (!first || !isApart) return 'Too close to call: the intervals overlap.';
  return `Arm ${first.arm.toUpperCase()} has ${better === 'less' ? 'the least: it is ahead' : 'the fewest'}.`;
}

/** Where a value and its interval are drawn, from 0 to 1. */
export interface Place {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** All on one scale that begins at 0; undefined where nothing was measured. */
export function places(summaries: readonly Summary[]): readonly (Place | undefined)[] {
  const highest = Math.max(0, ...summaries.map(({ mean, interval }) => interval?.high ?? mean ?? 0));
  const share = (value: number): number => (highest === 0 ? 0 : Math.min(1, Math.max(0, value / highest)));
  return summaries.map(({ mean, interval }) => {
    if (mean === null) return undefined;
    return { at: share(mean), from: share(interval?.low ?? mean), to: share(interval?.high ?? mean) };
  });
}
