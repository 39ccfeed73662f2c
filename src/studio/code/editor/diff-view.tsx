import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type ReactNode, useEffect, useRef } from 'react';
import { Empty } from '../../ui/states.js';
import { readingSetup } from './setup.js';
import styles from './editor-host.module.css';

const FOLDED = { margin: 3, minSize: 6 };

const colours = EditorView.theme({
  '.cm-changedLine, &.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--good-soft)' },
  '.cm-deletedChunk': { backgroundColor: 'var(--bad-soft)' },
  // Underlined, not shaded: the letters keep their contrast.
  '& .cm-changedText, &.cm-merge-b .cm-changedText': { background: 'none', boxShadow: 'inset 0 -2px var(--good)' },
  '& .cm-deletedChunk .cm-deletedText': { background: 'none', boxShadow: 'inset 0 -2px var(--bad)' },
  '.cm-collapsedLines': { background: 'var(--sunken)', color: 'var(--soft)' },
});

/** Two versions of a text in one: what went is red, what came is green, what stayed is folded. */
export function DiffView({ path, from, to }: { path: string; from: string; to: string }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current || from === to) return undefined;
    const merge = unifiedMergeView({ original: from, mergeControls: false, collapseUnchanged: FOLDED, gutter: true });
    const fixed = [EditorState.readOnly.of(true), EditorView.editable.of(false)];
    const extensions = [readingSetup(path), fixed, merge, colours];
    const view = new EditorView({ doc: to, extensions, parent: host.current });
    return () => view.destroy();
  }, [path, from, to]);
  return from === to ? <Empty title="No differences." /> : <div ref={host} className={styles.host} />;
}
