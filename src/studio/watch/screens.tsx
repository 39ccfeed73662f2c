import type { ReactNode } from 'react';
import { Card } from '../ui/card.js';
import styles from './screens.module.css';

/** The screens of the app, as they arrive. */
export function Screens({ screens }: { screens: readonly string[] }): ReactNode {
  if (screens.length === 0) return null;
  return (
    <Card title="Screens" aside={screens.length}>
      <ul id="screens" className={styles.screens}>
        {screens.map((screen) => (
          <li key={screen}>{screen}</li>
        ))}
      </ul>
    </Card>
  );
}
