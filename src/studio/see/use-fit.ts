import { type RefCallback, useCallback, useState, useSyncExternalStore } from 'react';
import type { Device } from './devices.js';

const BEZEL = 22;
/** What stands above the device: the page's head, the bar. */
const ABOVE = 150;
const SMALLEST = 0.3;

/** How much smaller a device is drawn, so that it fits beside or below the rest; below 480 px it has the page's whole width. */
export function useFit({ width, height }: Device): readonly [RefCallback<HTMLElement>, number] {
  const [room, setRoom] = useState(0);
  const windowHeight = useSyncExternalStore(onResize, () => window.innerHeight);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (room === 0) return [measure, SMALLEST];
  const fits = Math.min(1, (windowHeight - ABOVE) / (height + BEZEL), room / (width + BEZEL));
  const isPage = window.innerWidth < 480;
  return [measure, isPage ? Math.min(1, window.innerWidth / width) : Math.max(SMALLEST, fits)];
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
