import type { ReactNode } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import type { OpenFileState } from './editor/open-file.js';
import { soundnessOf } from './problem-list.js';
import styles from './file-mark.module.css';

const WORDS = {
  conflict: 'has conflicting lines',
  broken: 'does not parse: not in the app yet',
  wrong: 'has type errors',
  behind: 'not saved yet',
};

/** A dot that says what is the matter with a file; none where all is well. */
export function FileMark({
  state,
  hasConflict = false,
}: {
  state: OpenFileState | undefined;
  hasConflict?: boolean;
}): ReactNode {
  const what = matterOf(state, hasConflict);
  if (what === undefined) return null;
  return (
    <span className={styles[what]} title={WORDS[what]}>
      <span aria-hidden="true">●</span>
      <VisuallyHidden>({WORDS[what]})</VisuallyHidden>
    </span>
  );
}

function matterOf(state: OpenFileState | undefined, hasConflict: boolean): keyof typeof WORDS | undefined {
  if (hasConflict) return 'conflict';
  const soundness = soundnessOf(state?.problems ?? []);
  if (soundness !== 'sound') return soundness;
  return state?.isBehind ? 'behind' : undefined;
}
