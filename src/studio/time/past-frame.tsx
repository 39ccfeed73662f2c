import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import styles from './past-stage.module.css';

/** What is known of a past version in its frame. */
export type Sight =
  { readonly is: 'opening' | 'here' | 'shown' | 'unreachable' } | { readonly is: 'broken'; readonly why: string };

/** An app that says nothing within this, once its page is there, is shown as it is. */
const LONGEST_BLANK_MS = 2_500;
/** A browser that finds nothing loads a page of its own, which says nothing at all. */
const LONGEST_SILENCE_MS = 1_500;

/** One past version, running. It says what has become of it; where it lies behind another one nobody can reach into it. */
export function PastFrame({
  url,
  isShown,
  title,
  onSight,
}: {
  url: string;
  isShown: boolean;
  title: string;
  onSight: (sight: Sight) => void;
}): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isHere, setIsHere] = useState(false);
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => onSight({ is: 'opening' }), [onSight]);
  useEffect(() => {
    const hear = ({ data, source }: MessageEvent<unknown>): void => {
      if (source !== frame.current?.contentWindow) return;
      if (data === 'firstlight:here') setIsHere(true);
      const sight = sightOf(data);
      if (sight) onSight(sight);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [onSight]);
  useEffect(() => {
    if (!isLoaded) return undefined;
    const patience = isHere ? LONGEST_BLANK_MS : LONGEST_SILENCE_MS;
    const timer = setTimeout(() => onSight({ is: isHere ? 'shown' : 'unreachable' }), patience);
    return () => clearTimeout(timer);
  }, [isLoaded, isHere, onSight]);
  return (
    <iframe
      ref={frame}
      title={title}
      src={url}
      sandbox="allow-scripts allow-same-origin allow-forms allow-modals"
      className={styles.app}
      data-shown={isShown}
      inert={!isShown}
      onLoad={useCallback(() => setIsLoaded(true), [])}
    />
  );
}

function sightOf(data: unknown): Sight | undefined {
  if (data === 'firstlight:here') return { is: 'here' };
  if (data === 'firstlight:shown') return { is: 'shown' };
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'firstlight:failed')
    return undefined;
  return { is: 'broken', why: 'message' in data ? String(data.message) : '' };
}
