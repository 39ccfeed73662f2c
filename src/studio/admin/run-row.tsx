import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AdminRun } from '../../contract/admin/runs.js';
import { ago } from '../ui/format.js';
import { costWords, RUN_STATUS, took } from './words.js';
import styles from './run-row.module.css';

/** A run in the list: how it is, what was asked for, by whom, what it took. */
export function RunRow({ run }: { run: AdminRun }): ReactNode {
  const { project_id, run: number, prompt, app_name, status, started_at } = run;
  return (
    <li className={styles.row}>
      <Link to={`/admin/runs/${project_id}/${number}`}>
        <span className={styles.status} data-status={status}>
          {RUN_STATUS[status]}
        </span>
        <span className={styles.words}>
          <strong>{app_name ?? project_id}</strong> {prompt}
        </span>
        <span className={styles.more}>{whoAndHow(run)}</span>
        <span className={styles.took}>
          {took(run.duration_ms)} · {costWords(run.cost_usd)}
        </span>
        <time dateTime={started_at}>{ago(started_at)}</time>
      </Link>
    </li>
  );
}

function whoAndHow({ user_id, model, error }: AdminRun): string {
  return [error?.code.replaceAll('_', ' '), user_id, model].filter((words) => typeof words === 'string').join(' · ');
}
