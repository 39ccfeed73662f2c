import { type ReactNode, useState } from 'react';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';
import { Button } from '../ui/button.js';
import { authorName, duration } from '../ui/format.js';
import { Notice } from '../ui/states.js';
import styles from './opened.module.css';

type LoggedEvent = WaterfallBody['events'][number];

const SHOWN_AT_ONCE = 200;

/** Everything that happened, as the log has it. */
export function Events({ events, isCut }: { events: readonly LoggedEvent[]; isCut: boolean }): ReactNode {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  return (
    <>
      <ol className={`${styles.list} ${styles.many}`}>
        {events.slice(0, shown).map((event) => (
          <Event key={event.seq} event={event} />
        ))}
      </ol>
      {events.length > shown && (
        <Button size="small" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          Show more
        </Button>
      )}
      {isCut && <Notice tone="info">The run has more events than are shown here.</Notice>}
    </>
  );
}

function Event({ event: { seq, ms, type, actor, data } }: { event: LoggedEvent }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>
          <code>{type}</code>
          <span className={styles.line}>
            #{seq} · after {duration(ms)} · {authorName(actor)}
          </span>
        </summary>
        {isOpen && (
          <pre className={styles.text} tabIndex={0}>
            {JSON.stringify(data, null, 2)}
          </pre>
        )}
      </details>
    </li>
  );
}
