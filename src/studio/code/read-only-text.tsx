import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useProjectStore } from '../project/use-project.js';
import type { FileView } from '../state/project-state.js';
import { Failed, Loading } from '../ui/states.js';
import { readingSetup } from './editor/setup.js';
import { fileTextQuery } from './files-api.js';
import styles from './editor/editor-host.module.css';

/** The file as it was written last; it follows what others write. */
export function ReadOnlyText({ file: { path, seq } }: { file: FileView }): ReactNode {
  const { id } = useProjectStore();
  const {
    data: text,
    error,
    refetch,
  } = useQuery({ ...fileTextQuery(id, path, seq), placeholderData: (before) => before });
  if (text !== undefined) return <Text path={path} text={text} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading what="Reading the file…" />;
}

function Text({ path, text }: { path: string; text: string }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const extensions = [readingSetup(path), EditorState.readOnly.of(true)];
    const view = new EditorView({ doc: text, extensions, ...(host.current && { parent: host.current }) });
    return () => view.destroy();
  }, [path, text]);
  return <div ref={host} className={styles.host} />;
}
