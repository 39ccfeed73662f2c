import type { ReactNode } from 'react';
import type { Experiment } from '../../contract/experiments.js';
import { count } from '../ui/format.js';
import { STATUS_WORDS } from './status-words.js';
import styles from './progress.module.css';

/** How many runs have ended, of no arm in particular. */
export function Progress({ experiment: { status, runs, runs_ended, votes } }: { experiment: Experiment }): ReactNode {
  const words = `${runs_ended} of ${count(runs, 'run')} ended`;
  return (
    <div className={styles.progress}>
      <p role="status">
        <strong data-status={status}>{STATUS_WORDS[status]}</strong> · {words} · {count(votes, 'vote')}
      </p>
      {status !== 'complete' && (
        <progress value={runs_ended} max={runs} aria-label="Runs that have ended">
          {words}
        </progress>
      )}
    </div>
  );
}
