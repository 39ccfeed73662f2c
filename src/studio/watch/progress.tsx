import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { useProject } from '../project/use-project.js';
import type { Run } from '../state/run.js';
import { duration } from '../ui/format.js';
import { makerWords, modelName } from './maker-words.js';
import { usePreparation } from './use-preparation.js';
import styles from './run-card.module.css';

export function Progress({ run }: { run: Run }): ReactNode {
  const words = usePreparation() ?? run.message;
  const isComplete = run.status === 'complete';
  return (
    <>
      <div
        className={styles.bar}
        hidden={isComplete}
        role="progressbar"
        aria-label="Progress of the run"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={run.progress}
        aria-valuetext={`${run.progress} %, ${words}`}
      >
        <div className={styles.fill} style={{ '--part': run.progress / 100 } as CSSProperties} />
      </div>
      {isComplete ? (
        <p id="made-by" className={styles.line}>
          <span>
            Made in <Elapsed run={run} />
            {madeWords(run.madeBy)}
          </span>
        </p>
      ) : (
        <div className={styles.line}>
          <span id="message" className={styles.message}>
            {words}
          </span>
          <span className={styles.percent}>
            <strong id="percent">{run.progress} %</strong> · <Elapsed run={run} />
          </span>
        </div>
      )}
    </>
  );
}

/** By whom, after how long it took. */
function madeWords(madeBy: Run['madeBy']): string {
  if (!madeBy) return '.';
  return madeBy.way === 'plan'
    ? `. ${makerWords(madeBy)}`
    : ` by ${madeBy.way === 'rules' ? 'rules' : modelName(madeBy)}.`;
}

const TICK_MS = 100;

/** How long the run has been going on, or took, by the service's clock. */
function Elapsed({ run }: { run: Run }): ReactNode {
  const aheadMs = useProject((snapshot) => snapshot.clockAheadMs);
  const [now, setNow] = useState(() => Date.now());
  const isActive = run.status === 'active';
  useEffect(() => {
    if (!isActive) return undefined;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isActive]);
  const until = run.endedAt === null ? now + aheadMs : Date.parse(run.endedAt);
  return <span>{duration(until - Date.parse(run.requestedAt))}</span>;
}
