import type { ReactNode } from 'react';
import type { Stats } from '../../contract/admin/stats.js';
import { took } from './words.js';
import styles from './figures.module.css';

/** The period at a glance. */
export function Totals({ stats: { runs, duration_ms, first_light_ms, days } }: { stats: Stats }): ReactNode {
  const spent = days.reduce((sum, { cost_usd }) => sum + cost_usd, 0);
  return (
    <Figures
      figures={[
        [
          'Generations',
          runs.total.toLocaleString('en'),
          `${runs.complete} complete, ${runs.failed} failed, ${runs.cancelled} cancelled`,
        ],
        ['First light', took(first_light_ms.p50), `median; 95 % within ${took(first_light_ms.p95)}`],
        ['Until complete', took(duration_ms.p50), `median; 95 % within ${took(duration_ms.p95)}`],
        ['Spent on models', `$${spent.toFixed(2)}`, 'known prices only'],
      ]}
    />
  );
}

/** Large figures, each with its name and something about it. */
export function Figures({ figures }: { figures: readonly (readonly [string, string, string])[] }): ReactNode {
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.more}>{more}</dd>
        </div>
      ))}
    </dl>
  );
}
