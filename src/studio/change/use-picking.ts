import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { usePreviewFrame } from '../see/preview-frame-context.js';
import { inScreen, type Picked, readPicked } from './picked.js';

export interface Picking {
  /** Whether there is an app to point into. */
  readonly canPick: boolean;
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
}

/**
 * The mode of the preview in which a press says which element is meant. What comes from the frame is the app's word, and the app is code that
 * nobody here has written: it is heard only while the mode is on, and only as data.
 */
export function usePicking(onPicked: (picked: Picked) => void): Picking {
  const { frame } = usePreviewFrame();
  const [asked, setAsked] = useState<HTMLIFrameElement | null>(null);
  const isOn = frame !== null && asked === frame;
  const turn = useCallback(
    (on: boolean) => {
      setAsked(on ? frame : null);
      if (!on) return;
      frame?.scrollIntoView({ block: 'nearest' });
      frame?.focus();
    },
    [frame],
  );
  const tellOf = useEffectEvent(onPicked);
  useEffect(() => {
    if (!isOn) return undefined;
    const { origin } = new URL(frame.src);
    const tell = (on: boolean): void => frame.contentWindow?.postMessage({ type: 'firstlight:pick', on }, origin);
    const hear = ({ data, source, origin: from }: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow || from !== origin) return;
      // Its page was reloaded.
      if (data === 'firstlight:shown') tell(true);
      const type = typeOf(data);
      if (type === 'firstlight:pick-left') setAsked(null);
      const picked = type === 'firstlight:picked' ? readPicked(data) : undefined;
      if (!picked) return;
      setAsked(null);
      tellOf(inScreen(picked));
    };
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setAsked(null);
    };
    tell(true);
    window.addEventListener('message', hear);
    window.addEventListener('keydown', leave);
    return () => {
      window.removeEventListener('message', hear);
      window.removeEventListener('keydown', leave);
      tell(false);
    };
  }, [isOn, frame]);
  return { canPick: frame !== null, isOn, turn };
}

function typeOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
}
