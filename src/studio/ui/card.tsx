import type { HTMLAttributes, ReactNode } from 'react';
import styles from './card.module.css';

/** A part of a view, with a heading and, beside it, a figure or a control. */
export function Card({
  title,
  aside,
  className = '',
  children,
  ...others
}: { title?: ReactNode; aside?: ReactNode } & Omit<HTMLAttributes<HTMLElement>, 'title'>): ReactNode {
  return (
    <section className={`${styles.card} ${className}`} {...others}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
