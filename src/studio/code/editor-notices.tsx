import type { ReactNode } from 'react';
import type { FileView } from '../state/project-state.js';
import { Button } from '../ui/button.js';
import { size } from '../ui/format.js';
import { Notice } from '../ui/states.js';
import type { OpenFileState } from './editor/open-file.js';
import { MAX_TEXT_BYTES } from './file-kind.js';
import styles from './editor-notices.module.css';

/** Why the file cannot be edited now, and what to do about it. */
export function EditorNotices({
  file: { path, bytes },
  state,
  isPolling,
}: {
  file: FileView;
  state: OpenFileState | undefined;
  isPolling: boolean;
}): ReactNode {
  return (
    <div className={styles.notices}>
      {isPolling && (
        <Notice tone="info">
          You can read here and see what others change. To edit, you need a WebSocket connection: let your proxy pass{' '}
          <code>Upgrade: websocket</code>, or open the studio without the proxy. Editing starts by itself once you are
          connected.
        </Notice>
      )}
      {bytes > MAX_TEXT_BYTES && (
        <Notice tone="info">
          {size(bytes)} is too large to edit together; the maximum is {size(MAX_TEXT_BYTES)}. Ask for the file to be
          split, or download and replace it.
        </Notice>
      )}
      {state?.phase === 'refused' && <Notice>{state.refusal?.message}</Notice>}
      {typeof state?.lostText === 'string' && <LostText path={path} text={state.lostText} />}
    </div>
  );
}

/** What was typed is given back as a file: it cannot be brought in any more. */
function LostText({ path, text }: { path: string; text: string }): ReactNode {
  return (
    <Notice tone="warn">
      You were away for so long that your last changes could not be merged. They are not lost:{' '}
      <Button size="small" onClick={() => download(path, text)}>
        Download your text
      </Button>
    </Notice>
  );
}

function download(path: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: path.slice(path.lastIndexOf('/') + 1),
  });
  link.click();
  URL.revokeObjectURL(url);
}
