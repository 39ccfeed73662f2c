import { useCallback, useMemo, useState } from 'react';
import { type Frame, hasApp } from './history.js';
import type { Sight } from './past-frame.js';

/** What is known of each past version that has been opened, by its seq. */
export type Sights = Readonly<Record<number, Sight>>;

/** Combines what one frame's page reports with what was known: a report counts more than silence, a break is final, and a reopened frame starts again. */
export function withSight(sights: Sights, seq: number, sight: Sight): Sights {
  const now = sights[seq]?.is ?? 'opening';
  const isWeaker =
    now === 'broken' ||
    (now === 'shown' && sight.is !== 'broken' && sight.is !== 'opening') ||
    (sight.is === 'unreachable' && now !== 'opening') ||
    now === sight.is;
  return isWeaker ? sights : { ...sights, [seq]: sight };
}

/** Why a frame's version cannot be shown, as the log or its own page says; undefined: it can, as far as anybody knows. */
export function breakOf(frame: Frame, sights: Sights): string | undefined {
  const sight = sights[frame.seq];
  return frame.trouble ?? (sight?.is === 'broken' ? sight.why : undefined);
}

/** The frame whose app is shown for that at `index`: itself, or the last one before it that works; undefined where there is none. */
export function shownFor(frames: readonly Frame[], index: number, sights: Sights): Frame | undefined {
  return frames.slice(0, index + 1).findLast((frame) => hasApp(frame) && breakOf(frame, sights) === undefined);
}

/** Whether nothing more can be waited for before the frame is looked at. */
export function isSettled(frame: Frame, sights: Sights): boolean {
  const sight = sights[frame.seq]?.is ?? 'opening';
  return !hasApp(frame) || frame.trouble !== undefined || (sight !== 'opening' && sight !== 'here');
}

export function useSights(): { readonly sights: Sights; readonly onSight: (seq: number, sight: Sight) => void } {
  const [sights, setSights] = useState<Sights>({});
  const onSight = useCallback((seq: number, sight: Sight) => setSights((before) => withSight(before, seq, sight)), []);
  return useMemo(() => ({ sights, onSight }), [sights, onSight]);
}
