import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { indexOfSeq } from './film.js';
import type { Frame } from './history.js';

const REST_MS = 250;

export interface Moment {
  /** Of the frame that is looked at; -1: there is none yet. */
  readonly index: number;
  /** The last one is `now`: it follows what happens. */
  readonly go: (index: number) => void;
}

/** The moment that is looked at; the address says it too, once it has rested. */
export function useMoment(frames: readonly Frame[], isInAddress: boolean): Moment {
  const [params, setParams] = useSearchParams();
  const asked = isInAddress ? seqOf(params.get('seq')) : undefined;
  const [seq, setSeq] = useState(asked);
  const written = useRef(asked);
  useEffect(() => {
    // Somebody went back, or followed a link to another moment.
    if (asked === written.current) return;
    written.current = asked;
    setSeq(asked);
  }, [asked]);
  useEffect(() => {
    if (!isInAddress || seq === written.current) return undefined;
    const timer = setTimeout(() => {
      written.current = seq;
      setParams(seq === undefined ? {} : { seq: String(seq) }, { replace: true, preventScrollReset: true });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [seq, isInAddress, setParams]);
  const go = useCallback(
    (index: number) => setSeq(index >= frames.length - 1 ? undefined : frames[index]?.seq),
    [frames],
  );
  return { index: indexOfSeq(frames, seq), go };
}

function seqOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
