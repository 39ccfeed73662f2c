import type { ReactNode } from 'react';
import type { Link } from './project-store.js';
import { useProject } from './use-project.js';
import styles from './project-head.module.css';

/** How the line to the service is. */
export function LinkLight(): ReactNode {
  const link = useProject((snapshot) => snapshot.link);
  const hasBeen = useProject((snapshot) => snapshot.isCaughtUp);
  return (
    <span id="connection" className={styles.light} data-state={link.state} role="status">
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.words}>{words(link, hasBeen)}</span>
    </span>
  );
}

function words({ state, attempt, reason }: Link, hasBeen: boolean): string {
  switch (state) {
    case 'open':
      return 'Live';
    case 'polling':
      return 'Live, polling every second';
    case 'refused':
      return reason ? `Connection refused: ${reason}` : 'Connection refused';
    case 'connecting':
      if (!hasBeen && attempt === 0) return 'Connecting…';
      return attempt > 1 ? `Reconnecting… (attempt ${attempt})` : 'Reconnecting…';
  }
}
