import type { CSSProperties, ReactNode } from 'react';
import type { Template } from '../api/templates.js';
import styles from './create-form.module.css';

/** The two colours that a look is known by. */
export function Swatch({ template: { swatches } }: { template: Template }): ReactNode {
  const [to, , from] = swatches;
  return <span className={styles.swatch} aria-hidden="true" style={{ '--from': from, '--to': to } as CSSProperties} />;
}
