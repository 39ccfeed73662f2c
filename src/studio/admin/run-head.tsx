import type { ReactNode } from 'react';
import type { AdminRun } from '../../contract/admin/runs.js';
import { count } from '../ui/format.js';
import { RunActions } from './run-actions.js';
import { costWords, moment, RUN_STATUS, took } from './words.js';
import styles from './run-head.module.css';

/** What was asked for, by whom, and what came of it. */
export function RunHead({ run }: { run: AdminRun }): ReactNode {
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>{run.app_name ?? run.project_id}</h1>
        <RunActions run={run} />
      </div>
      <p className={styles.prompt}>“{run.prompt}”</p>
      <dl className={styles.facts}>
        {factsOf(run).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function factsOf(run: AdminRun): readonly (readonly [string, string])[] {
  const tokens = run.input_tokens + run.output_tokens;
  return [
    ['Status', RUN_STATUS[run.status]],
    ['Requested', moment(run.started_at)],
    ['By', run.user_id ?? 'somebody'],
    ['Written by', run.model ?? 'rules'],
    ['Style', run.template_id?.replaceAll(/[-_]/g, ' ') ?? 'Colours to suit'],
    ['First light', took(run.first_light_ms)],
    ['Took', took(run.duration_ms)],
    ['Cost', costWords(run.cost_usd)],
    ['Models', `${count(run.calls, 'call')}, ${count(tokens, 'token')}`],
    ['Made', `${count(run.screens, 'screen')}, ${count(run.files, 'file version')}`],
  ];
}
