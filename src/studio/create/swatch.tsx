import type { CSSProperties, ReactNode } from 'react';
import type { Look } from '../api/templates.js';
import styles from './create-form.module.css';

/** The two colours that a look is known by. */
export function Swatch({ template: { swatches } }: { template: Look }): ReactNode {
  const [to, , from] = swatches;
  return <span className={styles.swatch} aria-hidden="true" style={{ '--from': from, '--to': to } as CSSProperties} />;
}
