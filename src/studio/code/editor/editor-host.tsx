import type { StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { OpenFile } from './open-file.js';
import styles from './editor-host.module.css';

/** Where each file was scrolled to when it was left. */
const scrolled = new WeakMap<OpenFile, StateEffect<unknown>>();

/** Shows a file's editor, which lives longer than this: its undo and selection are there when one comes back. */
export function EditorHost({ file, isWritable }: { file: OpenFile; isWritable: boolean }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { view } = file;
    if (!view || !host.current) return undefined;
    host.current.append(view.dom);
    const before = scrolled.get(file);
    if (before) view.dispatch({ effects: before });
    view.requestMeasure();
    return () => {
      scrolled.set(file, view.scrollSnapshot());
      view.dom.remove();
    };
  }, [file]);
  useEffect(() => file.setWritable(isWritable), [file, isWritable]);
  useWantedLine(file);
  return <div ref={host} className={styles.host} />;
}

/** `?line=`: goes there each time that such an address is followed. */
function useWantedLine(file: OpenFile): void {
  const line = Number(useSearchParams()[0].get('line'));
  const { key } = useLocation();
  useEffect(() => {
    const { view } = file;
    if (!view || !Number.isInteger(line) || line < 1) return;
    const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    view.focus();
  }, [file, line, key]);
}
