import type { ReactNode, SelectHTMLAttributes } from 'react';
import styles from './select.module.css';

/** A choice among options. By itself it is shaped like a small button; a class name, such as a field's, shapes it otherwise. */
export function Select({ className = styles.pill, ...others }: SelectHTMLAttributes<HTMLSelectElement>): ReactNode {
  return <select className={[styles.select, className].join(' ')} {...others} />;
}
