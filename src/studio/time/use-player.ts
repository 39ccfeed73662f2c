import { useCallback, useEffect, useRef, useState } from 'react';
import { shownMs, type Speed } from './film.js';
import type { Frame } from './history.js';
import { isSettled, type Sights } from './sights.js';
import type { Moment } from './use-moment.js';

/** A frame that does not come is gone on without. */
const LONGEST_WAIT_MS = 10_000;

export interface Player {
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly toggle: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** Plays the frames one after the other: each for its time, and on only once the next can be seen. */
export function usePlayer(frames: readonly Frame[], { index, go }: Moment, sights: Sights): Player {
  const [isAsked, setIsAsked] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const [restedOn, setRestedOn] = useState<number>();
  const last = frames.length - 1;
  const isPlaying = isAsked && index < last;
  const frame = frames[index];
  const next = frames[index + 1];
  const hasCome = frame !== undefined && isSettled(frame, sights);
  const isReady = next !== undefined && isSettled(next, sights);

  useAfter(isPlaying && hasCome ? shownMs(frame, speed) : undefined, () => setRestedOn(frame?.seq), frame?.seq);
  const isDue = isPlaying && restedOn !== undefined && restedOn === frame?.seq;
  const advance = (): void => {
    go(index + 1);
    if (index + 1 >= last) setIsAsked(false);
  };
  useAfter(isDue ? (isReady ? 0 : LONGEST_WAIT_MS) : undefined, advance, index);
  useAfter(isPlaying && !hasCome ? LONGEST_WAIT_MS : undefined, () => setRestedOn(frame?.seq), frame?.seq);

  const toggle = useCallback(() => {
    if (!isPlaying && index >= last) go(0);
    setRestedOn(undefined);
    setIsAsked(!isPlaying);
  }, [isPlaying, index, last, go]);
  const pause = useCallback(() => setIsAsked(false), []);
  return { isPlaying, speed, toggle, pause, setSpeed };
}

/** Does something once, this long after it was first wanted; undefined: it is not wanted. @param what restarts the wait when it changes */
function useAfter(ms: number | undefined, act: () => void, what: number | undefined): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (ms === undefined) return undefined;
    const timer = setTimeout(() => latest.current(), ms);
    return () => clearTimeout(timer);
  }, [ms, what]);
}
