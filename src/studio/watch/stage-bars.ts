import type { Run, StageView } from '../state/run.js';

/** When a stage ran within its run, as parts of it from 0 to 1. */
export interface Bar {
  readonly from: number;
  readonly width: number;
}

const LEAST_WIDTH = 0.006;

/** Null while the run is active, for a stage that has not ended, and for one that a revision took over. */
export function barOf(view: StageView | undefined, run: Run): Bar | null {
  if (view?.from === undefined || view.to === undefined || run.endedAt === null) return null;
  const start = Date.parse(run.requestedAt);
  const whole = Date.parse(run.endedAt) - start;
  const from = (Date.parse(view.from) - start) / whole;
  const to = (Date.parse(view.to) - start) / whole;
  if (!(whole > 0) || from < 0) return null;
  const begin = Math.min(from, 1 - LEAST_WIDTH);
  return { from: begin, width: Math.min(Math.max(to - begin, LEAST_WIDTH), 1 - begin) };
}
