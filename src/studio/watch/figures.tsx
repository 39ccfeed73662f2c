import type { ReactNode } from 'react';
import type { MeterData } from '../../contract/run.js';
import type { Run } from '../state/run.js';
import { count, money } from '../ui/format.js';
import { makerWords } from './maker-words.js';
import styles from './run-card.module.css';

/** Who made the app, and what that has taken of models so far. */
export function Figures({ run }: { run: Run }): ReactNode {
  // Once the app is complete, the line above says who made it.
  const maker = run.madeBy && run.status !== 'complete' ? makerWords(run.madeBy) : null;
  if (maker === null && run.meter === null) return null;
  return (
    <div className={styles.figures}>
      {maker !== null && <span id="made-by">{maker}</span>}
      {run.meter && <span title={meterTitle(run.meter)}>{meterWords(run.meter, run)}</span>}
    </div>
  );
}

function meterWords({ calls, cost_usd: cost }: MeterData, { status, estimate }: Run): string {
  const spent = `${count(calls, 'call')} to the model, ${cost === null ? 'price not known' : money(cost)}`;
  const expected = estimate?.cost_usd;
  if (status !== 'active' || !expected) return spent;
  return `${spent} of about ${money(expected.low)}–${money(expected.high)}`;
}

function meterTitle({ input_tokens: read, output_tokens: written }: MeterData): string {
  return `${count(read, 'token')} read, ${count(written, 'token')} written`;
}
