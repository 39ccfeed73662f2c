import type { ReactNode } from 'react';
import type { Experiment } from '../../contract/experiments.js';
import { Card } from '../ui/card.js';
import { ArmResult } from './arm-result.js';
import { MEASURES } from './measures.js';
import { MeasureRow } from './measure-row.js';
import styles from './side-by-side.module.css';

/** What each arm was asked, made and took. */
export function Results({ experiment, vote }: { experiment: Experiment; vote: string | null }): ReactNode {
  const { arms } = experiment;
  const most = Math.max(...arms.map(({ votes }) => votes.count));
  const leaders = arms.filter(({ votes }) => votes.count === most && most > 0);
  return (
    <>
      <div className={styles.side}>
        {arms.map((arm) => (
          <ArmResult
            key={arm.arm}
            experiment={experiment}
            arm={arm}
            isMine={arm.arm === vote}
            isAhead={leaders.length === 1 && leaders[0] === arm}
          />
        ))}
      </div>
      <Card title="What each arm took" aside="Mean and 95 % interval">
        {MEASURES.map((measure) => (
          <MeasureRow key={measure.name} measure={measure} arms={arms} />
        ))}
      </Card>
    </>
  );
}
