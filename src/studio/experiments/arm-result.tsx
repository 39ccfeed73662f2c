import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Experiment } from '../../contract/experiments.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { count } from '../ui/format.js';
import type { ArmOf } from './measures.js';
import { RunningApp } from './running-app.js';
import { useVote } from './use-vote.js';
import { WinnerActions } from './winner-actions.js';
import styles from './side-by-side.module.css';

/** One arm, by name: what it was asked, what it made, who likes it. */
export function ArmResult({
  experiment,
  arm,
  isMine,
  isAhead,
}: {
  experiment: Experiment;
  arm: ArmOf;
  isMine: boolean;
  isAhead: boolean;
}): ReactNode {
  const { cast, isPending } = useVote(experiment.experiment_id);
  const name = `Arm ${arm.arm.toUpperCase()}`;
  const made = arm.runs.find(({ status }) => status === 'complete');
  return (
    <Card title={name} aside={isAhead ? '★ Most votes' : undefined}>
      <div className={styles.inside}>
        <Recipe arm={arm} />
        <RunningApp name={name} url={made?.preview_url ?? null} />
        <p className={styles.votes}>
          <VotesLine arm={arm} isMine={isMine} />
        </p>
        <div className={styles.actions}>
          {made && !isMine && (
            <Button size="small" disabled={isPending} onClick={() => cast(arm.arm)}>
              Vote for this one instead
            </Button>
          )}
          <WinnerActions experimentName={experiment.name} arm={arm} projectId={made?.project_id} />
        </div>
        <Runs arm={arm} />
      </div>
    </Card>
  );
}

function Recipe({ arm: { prompt, template_id, model, seed } }: { arm: ArmOf }): ReactNode {
  const more = [
    template_id !== null && `Style: ${template_id.replaceAll(/[-_]/g, ' ')}`,
    model !== null && `Model: ${model}`,
    seed !== null && `Seed: ${seed}`,
  ].filter((words) => words !== false);
  return (
    <div className={styles.recipe}>
      <p>“{prompt}”</p>
      {more.length > 0 && <p className={styles.more}>{more.join(' · ')}</p>}
    </div>
  );
}

function VotesLine({ arm: { votes }, isMine }: { arm: ArmOf; isMine: boolean }): ReactNode {
  const share = votes.share === null ? '' : ` (${percent(votes.share)}`;
  const interval = votes.interval && `, between ${percent(votes.interval.low)} and ${percent(votes.interval.high)}`;
  return (
    <>
      {count(votes.count, 'vote')}
      {share && `${share}${interval ?? ''})`}
      {isMine && <strong> · yours is one of them</strong>}
    </>
  );
}

const RUN_WORDS: Readonly<Record<ArmOf['runs'][number]['status'], string>> = {
  waiting: 'waiting',
  running: 'running',
  complete: 'complete',
  failed: 'failed',
  cancelled: 'cancelled',
  deleted: 'deleted',
};

function Runs({ arm: { runs } }: { arm: ArmOf }): ReactNode {
  return (
    <ul className={styles.runs} aria-label="Its runs">
      {runs.map(({ project_id, status }, index) => (
        <li key={project_id}>
          {status === 'waiting' || status === 'deleted' ? (
            `Run ${index + 1}: ${RUN_WORDS[status]}`
          ) : (
            <Link to={`/p/${project_id}`}>
              Run {index + 1}: {RUN_WORDS[status]}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
