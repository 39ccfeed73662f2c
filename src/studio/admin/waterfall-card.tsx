import type { CSSProperties, ReactNode } from 'react';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';
import { Card } from '../ui/card.js';
import { duration } from '../ui/format.js';
import { Empty } from '../ui/states.js';
import { type Bar, waterfallOf } from './waterfall.js';
import { stageWords, took } from './words.js';
import styles from './waterfall-card.module.css';

/** Stages and calls as bars on one scale of time. @param asOf when the service said so; what is running has come as far as this */
export function WaterfallCard({ body, asOf }: { body: WaterfallBody; asOf: number }): ReactNode {
  const { bars, ms } = waterfallOf(body, asOf);
  return (
    <Card title="Waterfall" aside={duration(ms)}>
      {bars.length === 0 ? (
        <Empty title="Nothing has begun yet" />
      ) : (
        <ol className={styles.bars}>
          {bars.map((bar) => (
            <Row key={bar.id} bar={bar} />
          ))}
        </ol>
      )}
    </Card>
  );
}

const STATE_WORDS: Readonly<Record<Bar['state'], string>> = {
  running: 'running',
  succeeded: '',
  failed: 'failed',
  stopped: 'stopped',
};

function Row({ bar: { kind, name, attempt, state, from, to, ms } }: { bar: Bar }): ReactNode {
  const place = { '--from': from, '--to': to } as CSSProperties;
  const words = [took(ms), attempt > 1 && `try ${attempt}`, STATE_WORDS[state]].filter(Boolean).join(', ');
  return (
    <li className={styles.row} data-kind={kind} data-state={state}>
      <span className={styles.name}>{kind === 'stage' ? stageWords(name) : name}</span>
      <span className={styles.lane} aria-hidden="true" style={place}>
        <i />
      </span>
      <span className={styles.took}>{words}</span>
    </li>
  );
}
