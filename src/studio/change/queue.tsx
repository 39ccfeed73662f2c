import type { ReactNode } from 'react';
import { useProjectStore } from '../project/use-project.js';
import type { QueuedRevision } from '../state/project-state.js';
import { Button } from '../ui/button.js';
import { toast } from '../ui/toasts.js';
import { placeWords } from './change-words.js';
import styles from './change-list.module.css';

/** What waits for the end of the active run, in the order of turns. @param isHeld whether that run failed: nothing begins by itself then */
export function Queue({ queue, isHeld }: { queue: readonly QueuedRevision[]; isHeld: boolean }): ReactNode {
  const store = useProjectStore();
  if (queue.length === 0) return null;
  const withdraw = ({ revision }: QueuedRevision): void => {
    if (!store.send({ action: 'withdraw', revision })) toast('Not connected: try again.', { tone: 'bad' });
  };
  return (
    <section className={styles.part} aria-label="Waiting">
      <h3>Waiting</h3>
      {isHeld && (
        <p className={styles.facts}>
          The queue continues once the failed run is retried or the next change is requested.
        </p>
      )}
      <ol className={styles.list}>
        {queue.map((waiting, index) => (
          <li key={waiting.revision} className={styles.entry} data-kind="waiting">
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <div className={styles.words}>
              <p className={styles.title}>{waiting.instruction}</p>
              <p className={styles.facts}>
                {waiting.user_id ?? 'Somebody'}
                {waiting.at && ` · ${placeWords(waiting.at)}`}
              </p>
            </div>
            <Button size="small" look="quiet" onClick={() => withdraw(waiting)}>
              Withdraw
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
