import { useCallback, useEffect, useState } from 'react';

/**
 * `opening`: nothing has come yet. `here`: its page is there. `shown`: the app has drawn itself. `unreachable`: the browser finds nothing at
 * its address.
 */
export type FrameState = 'opening' | 'here' | 'shown' | 'unreachable';

interface Known {
  readonly frame: HTMLIFrameElement | null;
  readonly state: FrameState;
}

const LONGEST_BLANK_MS = 1_500;
const LONGEST_SILENCE_MS = 900;

/** What is known of an app in a frame: its page says when it is there and when the app has drawn itself. */
export function useFrame(frame: HTMLIFrameElement | null): { state: FrameState; onLoad: () => void } {
  const [known, setKnown] = useState<Known>({ frame: null, state: 'opening' });
  const state = known.frame === frame ? known.state : 'opening';
  const advance = useCallback(
    (to: FrameState | 'silent') =>
      setKnown((now) => ({ frame, state: later(now.frame === frame ? now.state : 'opening', to) })),
    [frame],
  );
  useEffect(() => {
    const hear = ({ data, source }: MessageEvent): void => {
      if (!frame || source !== frame.contentWindow) return;
      if (data === 'firstlight:here') advance('here');
      if (data === 'firstlight:shown') advance('shown');
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [frame, advance]);
  const onLoad = useCallback(() => {
    // A browser that finds nothing loads a page of its own, which says nothing.
    setTimeout(() => advance('unreachable'), LONGEST_SILENCE_MS);
    // An app that does not get as far as to draw itself has something to say all the same.
    setTimeout(() => advance('silent'), LONGEST_BLANK_MS);
  }, [advance]);
  return { state, onLoad };
}

/** What is known is not forgotten: only silence makes a frame unreachable, and a word makes it reachable. */
function later(now: FrameState, to: FrameState | 'silent'): FrameState {
  if (to === 'unreachable') return now === 'opening' ? to : now;
  if (to === 'silent') return now === 'here' ? 'shown' : now;
  return now === 'shown' ? now : to;
}
