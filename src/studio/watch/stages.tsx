import type { CSSProperties, ReactNode } from 'react';
import type { Stage } from '../../contract/stages.js';
import type { Run, StageState, StageView } from '../state/run.js';
import { Card } from '../ui/card.js';
import { duration } from '../ui/format.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { STAGE_NAMES, stageLabel } from './stage-label.js';
import { barOf } from './stage-bars.js';
import styles from './stages.module.css';

/** The stages of the run: which are done, how long each took, which ran beside which. */
export function Stages({ run }: { run: Run }): ReactNode {
  return (
    <Card title="Stages">
      <ol id="stages" className={styles.stages}>
        {STAGE_NAMES.map((stage) => (
          <Row key={stage} stage={stage} run={run} />
        ))}
      </ol>
    </Card>
  );
}

function Row({ stage, run }: { stage: Stage; run: Run }): ReactNode {
  const view = run.stages[stage];
  const state = stateOf(stage, run);
  const bar = barOf(view, run);
  return (
    <li data-stage={stage} data-state={state} aria-current={state === 'running' ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden="true" />
      <span>
        {stageLabel(stage)}
        <VisuallyHidden>, {state}</VisuallyHidden>
      </span>
      <span className={styles.took}>{view && state === 'done' && tookWords(stage, view, run)}</span>
      {bar && (
        <span
          className={styles.lane}
          aria-hidden="true"
          style={{ '--from': bar.from, '--width': bar.width } as CSSProperties}
        />
      )}
    </li>
  );
}

/** The preview is waited for as soon as what it needs is there, before an event says so. */
function stateOf(stage: Stage, run: Run): StageState {
  const isDue = run.stages.generating_base?.state === 'done' && run.stages.creating_tunnel?.state === 'done';
  const state = run.stages[stage]?.state ?? (stage === 'preview_ready' && isDue ? 'running' : 'waiting');
  const isStopped = state === 'running' && run.status !== 'active' && run.status !== 'complete';
  return isStopped ? 'stopped' : state;
}

const WORTH_SAYING_MS = 50;

/** How long the stage took; for the preview, how long after the start it was there. What a revision takes over was done in the run before. */
function tookWords(stage: Stage, { from, to }: StageView, run: Run): string {
  if (from === undefined || to === undefined) return '';
  if (stage === 'preview_ready') return `after ${duration(Date.parse(to) - Date.parse(run.requestedAt))}`;
  const ms = Date.parse(to) - Date.parse(from);
  return ms < WORTH_SAYING_MS ? '' : duration(ms);
}
