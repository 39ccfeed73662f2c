import type { ReactNode } from 'react';
import { ApiError } from '../api/http.js';
import { Button } from './button.js';
import styles from './states.module.css';

/** There is nothing here yet: why, and what makes something come. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}

export function Loading({ what = 'Loading…' }: { what?: string }): ReactNode {
  return (
    <p className={styles.loading} role="status">
      <span className={styles.spinner} aria-hidden="true" /> {what}
    </p>
  );
}

/** What did not work, in the service's words, and what to do. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const suggestion = error instanceof ApiError ? error.suggestion : undefined;
  return (
    <div className={styles.failed} role="alert">
      <strong>{error instanceof Error ? error.message : String(error)}</strong>
      {suggestion !== undefined && <span> {suggestion}</span>}
      {onRetry && (
        <p>
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        </p>
      )}
    </div>
  );
}

/** A word that something is not as it should be, or good to know. */
export function Notice({ tone = 'bad', children }: { tone?: 'bad' | 'warn' | 'info'; children: ReactNode }): ReactNode {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
