import type { CSSProperties, ReactNode } from 'react';
import type { PlanSummary } from '../../contract/messages/progress-message.js';
import styles from './sky.module.css';

const TABS_SHOWN = 5;

/** What stands where the app will be: a dawn, then a plain picture of what is planned. Nothing of it can be pressed. */
export function Sky({ plan, words }: { plan: PlanSummary | null; words: string }): ReactNode {
  return (
    <div className={`${styles.sky} ${plan ? styles.planned : ''}`} style={plan ? colours(plan) : undefined}>
      {plan && <Plan plan={plan} />}
      <p className={styles.words}>{words}</p>
    </div>
  );
}

function Plan({ plan }: { plan: PlanSummary }): ReactNode {
  const tabs = plan.screens.flatMap(({ tab }) => tab ?? []).slice(0, TABS_SHOWN);
  return (
    <div className={styles.plan} aria-hidden="true">
      <header>
        <strong>{plan.app_name}</strong>
        {plan.tagline}
      </header>
      <div className={styles.rows}>
        <i />
        <i />
        <i />
        <i />
      </div>
      <div className={styles.tabs}>
        {tabs.map((tab) => (
          <span key={tab}>{tab}</span>
        ))}
      </div>
    </div>
  );
}

/** The plan's colours, as custom properties: `--plan-on-primary`. */
function colours({ colours: named }: PlanSummary): CSSProperties {
  return Object.fromEntries(
    Object.entries(named).map(([name, colour]) => [`--plan-${name.replaceAll('_', '-')}`, colour]),
  );
}
