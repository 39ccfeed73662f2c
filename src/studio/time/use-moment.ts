import { useCallback, useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
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
  const { key, pathname } = useLocation();
  const [params] = useSearchParams();
  const asked = isInAddress ? seqOf(params.get('seq')) : undefined;
  const [{ seq, arrived }, setPlace] = useState({ seq: asked, arrived: key });
  // Somebody went back, or followed a link to another moment.
  if (arrived !== key) setPlace({ seq: asked, arrived: key });
  useEffect(() => {
    if (!isInAddress) return undefined;
    const timer = setTimeout(() => sayInAddress(seq, pathname), REST_MS);
    return () => clearTimeout(timer);
  }, [seq, pathname, isInAddress]);
  const go = useCallback(
    (index: number) =>
      setPlace((before) => ({ ...before, seq: index >= frames.length - 1 ? undefined : frames[index]?.seq })),
    [frames],
  );
  return { index: indexOfSeq(frames, seq), go };
}

/** Past the router: a navigation of its own would end one to another view that has just begun. @param pathname of the view that says it */
function sayInAddress(seq: number | undefined, pathname: string): void {
  const url = new URL(window.location.href);
  if (url.pathname !== pathname) return;
  if (seq === undefined) url.searchParams.delete('seq');
  else url.searchParams.set('seq', String(seq));
  if (url.href !== window.location.href) window.history.replaceState(window.history.state, '', url);
}

function seqOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
