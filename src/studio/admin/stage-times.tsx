import type { CSSProperties, ReactNode } from 'react';
import type { Stats } from '../../contract/admin/stats.js';
import { Card } from '../ui/card.js';
import { duration } from '../ui/format.js';
import { Empty } from '../ui/states.js';
import { stageWords } from './words.js';
import styles from './stage-times.module.css';

/** How long each stage takes: the median as a bar, and a mark within which 95 % were. */
export function StageTimes({ stages }: { stages: Stats['stages'] }): ReactNode {
  const longest = Math.max(1, ...stages.map(({ p95 }) => p95 ?? 0));
  return (
    <Card title="How long stages take" aside="Median · 95 % within">
      {stages.length === 0 ? (
        <Empty title="No stage has succeeded in this period" />
      ) : (
        <ul className={styles.stages}>
          {stages.map(({ stage, p50, p95 }) => (
            <li key={stage}>
              <span>{stageWords(stage)}</span>
              <span
                className={styles.lane}
                aria-hidden="true"
                style={{ '--p50': (p50 ?? 0) / longest, '--p95': (p95 ?? 0) / longest } as CSSProperties}
              >
                <i className={styles.median} />
                <i className={styles.most} />
              </span>
              <span className={styles.figures}>
                {duration(p50 ?? 0)} · {duration(p95 ?? 0)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
