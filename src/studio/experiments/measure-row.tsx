import type { CSSProperties, ReactNode } from 'react';
import { type ArmOf, type Measure, type Place, places, summaryWords, verdict } from './measures.js';
import styles from './measure-row.module.css';

/** One measure of all arms: drawn on one scale, in words, and what can be concluded. */
export function MeasureRow({ measure, arms }: { measure: Measure; arms: readonly ArmOf[] }): ReactNode {
  const summaries = arms.map(({ measures }) => measures[measure.name]);
  const drawn = places(summaries);
  return (
    <section className={styles.measure} aria-label={measure.label}>
      <header>
        <h3>{measure.label}</h3>
        <p>{verdict(measure, arms)}</p>
      </header>
      <ul>
        {arms.map(({ arm }, index) => {
          const summary = summaries[index];
          return (
            <li key={arm}>
              <span>{arm.toUpperCase()}</span>
              <Drawn place={drawn[index]} />
              <span className={styles.words}>{summary && summaryWords(summary, measure.words)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Drawn({ place }: { place: Place | undefined }): ReactNode {
  const at = place && ({ '--at': place.at, '--from': place.from, '--to': place.to } as CSSProperties);
  return (
    <span className={styles.lane} aria-hidden="true" style={at}>
      {place && (
        <>
          <i className={styles.interval} />
          <i className={styles.mean} />
        </>
      )}
    </span>
  );
}
