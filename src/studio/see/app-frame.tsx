import { type ReactNode, useEffect, useState } from 'react';
import type { PlanSummary } from '../../contract/messages/progress-message.js';
import type { PreviewUrls } from '../../contract/preview.js';
import { usePreviewFrame } from './preview-frame-context.js';
import { Sky } from './sky.js';
import { Unreachable } from './unreachable.js';
import { useFrame } from './use-frame.js';
import styles from './app-frame.module.css';

/**
 * The app in a frame, behind the plan of it until it has drawn itself.
 * @param opened changes when the frame must be opened again
 */
export function AppFrame({
  url,
  urls,
  opened,
  plan,
  words,
  scheme,
}: {
  url: string | null;
  urls: PreviewUrls | null;
  opened: string;
  plan: PlanSummary | null;
  words: string;
  scheme: 'light' | 'dark' | null;
}): ReactNode {
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const { setFrame: tell } = usePreviewFrame();
  const { state, onLoad } = useFrame(frame);
  useEffect(() => {
    tell(frame);
    return () => tell(null);
  }, [frame, tell]);
  return (
    <>
      {url !== null && /^https?:/.test(url) && (
        // A new frame for each address: changing `src` would add entries to the page's history.
        <iframe
          key={`${url} ${opened}`}
          ref={setFrame}
          title="Preview of the app"
          src={url}
          sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-downloads"
          allow="clipboard-write"
          className={styles.frame}
          data-shown={state === 'shown'}
          data-scheme={scheme ?? undefined}
          onLoad={onLoad}
        />
      )}
      {state === 'unreachable' && url !== null ? (
        <Unreachable url={url} urls={urls} />
      ) : (
        (state !== 'shown' || url === null) && <Sky plan={plan} words={words} />
      )}
    </>
  );
}
