import type { Frame } from './history.js';

/** How fast a film plays. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Milliseconds that each kind of frame is looked at, at speed 1. */
const SHOWN_MS: Readonly<Record<Frame['news']['kind'], number>> = {
  plan: 3_000,
  'first-light': 2_600,
  screens: 1_800,
  finished: 3_000,
  revised: 2_600,
  stopped: 2_000,
  edited: 1_500,
  restored: 2_200,
  forked: 2_200,
};

/** How long a frame is shown before the next one, once it can be seen. */
export function shownMs({ news }: Frame, speed: Speed): number {
  return SHOWN_MS[news.kind] / speed;
}

/** The index of the frame that an address means: the newest at or before `seq`, the last where it says none. */
export function indexOfSeq(frames: readonly Frame[], seq: number | undefined): number {
  const found = seq === undefined ? -1 : frames.findLastIndex((frame) => frame.seq <= seq);
  if (found !== -1) return found;
  return seq === undefined ? frames.length - 1 : Math.min(0, frames.length - 1);
}
