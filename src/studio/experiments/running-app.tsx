import type { ReactNode } from 'react';
import { ButtonAway } from '../ui/button.js';
import styles from './running-app.module.css';

/** An app of the experiment, as it runs. */
export function RunningApp({ name, url }: { name: string; url: string | null }): ReactNode {
  if (url === null || !/^https?:/.test(url)) return <p className={styles.none}>No app to show yet.</p>;
  return (
    <div className={styles.app}>
      <iframe
        title={`${name}, running`}
        src={url}
        loading="lazy"
        sandbox="allow-scripts allow-same-origin allow-forms allow-modals"
      />
      <ButtonAway href={url} look="quiet" size="small">
        Open {name} in a tab ↗
      </ButtonAway>
    </div>
  );
}
