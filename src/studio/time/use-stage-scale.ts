import { type RefCallback, useCallback, useState, useSyncExternalStore } from 'react';

const SCREEN = { width: 390, height: 844 };
const BEZEL = 20;
/** What stands above and below the device: the page's head, the caption and the slider. */
const AROUND = 345;
const AROUND_ON_PHONES = 400;
const NARROW = 960;
const SMALLEST = 0.36;

/** How much smaller the device is drawn, so that it and the slider below it are seen together. */
export function useStageScale(): readonly [RefCallback<HTMLElement>, number] {
  const [room, setRoom] = useState(SCREEN.width);
  const windowHeight = useSyncExternalStore(onResize, () => window.innerHeight);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const around = window.innerWidth < NARROW ? AROUND_ON_PHONES : AROUND;
  const fits = Math.min((windowHeight - around) / SCREEN.height, (room - BEZEL) / SCREEN.width);
  return [measure, Math.min(1, Math.max(SMALLEST, fits))];
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
