import type { ReactNode } from 'react';
import type { MeterData } from '../../contract/run.js';
import type { Run } from '../state/run.js';
import { count, money } from '../ui/format.js';
import styles from './run-card.module.css';

/** Who made the app, and what that has taken of models so far. */
export function Figures({ run }: { run: Run }): ReactNode {
  const maker = makerWords(run.madeBy);
  if (maker === null && run.meter === null) return null;
  return (
    <div className={styles.figures}>
      {maker !== null && <span id="made-by">{maker}</span>}
      {run.meter && <span title={meterTitle(run.meter)}>{meterWords(run.meter, run)}</span>}
    </div>
  );
}

/** Which of the three ways made the app; null: not known yet. */
function makerWords(madeBy: Run['madeBy']): string | null {
  if (!madeBy) return null;
  const model = madeBy.model ?? 'a model';
  return { rules: 'Made by rules.', plan: `Planned by ${model}, written by rules.`, code: `Written by ${model}.` }[
    madeBy.way
  ];
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
