import type { ReactNode } from 'react';
import type { Ballot, Experiment } from '../../contract/experiments.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Empty } from '../ui/states.js';
import { RunningApp } from './running-app.js';
import { useVote } from './use-vote.js';
import styles from './side-by-side.module.css';

/** What the arms made, in this person's order and under no name, until this person has chosen. */
export function BallotView({
  experiment,
  choices,
  isOpen,
}: {
  experiment: Experiment;
  choices: Ballot['choices'];
  /** Each arm has something to show, or will never have. */
  isOpen: boolean;
}): ReactNode {
  const { cast, isPending } = useVote(experiment.experiment_id);
  if (choices.length === 0)
    return (
      <Empty title="The first app is being made">
        <p>The apps appear here side by side, each as soon as it is complete.</p>
      </Empty>
    );
  return (
    <>
      <p className={styles.lead}>
        {isOpen
          ? 'Try the apps, then choose the one you like best. After that you see what each was asked and what it took.'
          : `${choices.length} of ${experiment.arms.length} apps are ready. You can choose once all are.`}
      </p>
      <div className={styles.side}>
        {choices.map(({ arm, preview_url }, index) => (
          <Card
            key={arm}
            title={`App ${index + 1}`}
            aside={
              isOpen ? (
                <Button look="primary" size="small" disabled={isPending} onClick={() => cast(arm)}>
                  App {index + 1} is the best
                </Button>
              ) : undefined
            }
          >
            <RunningApp name={`App ${index + 1}`} url={preview_url} />
          </Card>
        ))}
      </div>
    </>
  );
}
