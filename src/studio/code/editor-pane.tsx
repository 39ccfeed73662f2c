import { type ReactNode, useEffect } from 'react';
import { useProject } from '../project/use-project.js';
import type { FileView } from '../state/project-state.js';
import { Loading } from '../ui/states.js';
import { ConflictBar } from './conflict-bar.js';
import { EditorHost } from './editor/editor-host.js';
import type { OpenFile } from './editor/open-file.js';
import type { OpenFiles } from './editor/open-files.js';
import { EditorNotices } from './editor-notices.js';
import { EditorToolbar } from './editor-toolbar.js';
import { MAX_TEXT_BYTES } from './file-kind.js';
import { ReadOnlyText } from './read-only-text.js';
import { useOpenFileStates } from './use-open-files.js';
import styles from './editor-pane.module.css';

/** A text, edited with everybody who has it open; where that cannot be, it can be read. */
export function EditorPane({ file, open }: { file: FileView; open: OpenFiles }): ReactNode {
  const isPolling = useProject(({ link }) => link.state === 'polling');
  const state = useOpenFileStates(open).get(file.path);
  useEffect(() => {
    if (file.bytes <= MAX_TEXT_BYTES) open.open(file.path);
  }, [open, file.path, file.bytes]);
  const opened = state?.phase === 'live' ? open.open(file.path) : undefined;
  const isClosed = isPolling || file.bytes > MAX_TEXT_BYTES || state?.phase === 'refused';
  return (
    <div className={styles.pane}>
      <EditorToolbar file={file} opened={opened} state={state} />
      <EditorNotices file={file} state={state} isPolling={isPolling} />
      <Conflicts path={file.path} opened={opened} />
      <div className={styles.text}>
        {opened ? (
          <EditorHost file={opened} isWritable={!isPolling} />
        ) : isClosed ? (
          <ReadOnlyText file={file} />
        ) : (
          <Loading what="Opening the file…" />
        )}
      </div>
    </div>
  );
}

function Conflicts({ path, opened }: { path: string; opened: OpenFile | undefined }): ReactNode {
  const all = useProject(({ state }) => state.conflicts);
  const open = all.filter((conflict) => conflict.path === path);
  return open.length > 0 && <ConflictBar open={open} file={opened} />;
}
