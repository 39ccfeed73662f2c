import type { ReactNode } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { patchLines } from './patch-lines.js';
import styles from './changed-files.module.css';

/** More is hardly read here, and slow to show. */
const MOST_LINES = 400;
const SAID = { added: 'added: ', removed: 'removed: ', same: '', gap: '' } as const;

/** The lines that differ, with some around them. */
export function Patch({ patch, path }: { patch: string; path: string }): ReactNode {
  const lines = patchLines(patch);
  return (
    <div className={styles.patch} tabIndex={0} role="group" aria-label={`Changes in ${path}`}>
      <pre>
        {lines.slice(0, MOST_LINES).map(({ kind, text }, index) => (
          <span key={index} className={styles[kind]}>
            {SAID[kind] && <VisuallyHidden>{SAID[kind]}</VisuallyHidden>}
            {text}
          </span>
        ))}
      </pre>
      {lines.length > MOST_LINES && <p>And {lines.length - MOST_LINES} more lines.</p>}
    </div>
  );
}
