import type { ReactNode } from 'react';
import { Card } from '../ui/card.js';
import styles from './notes.module.css';

/** What the plan did not understand, or only mocks. */
export function Notes({ notes }: { notes: readonly string[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <Card title="Good to know">
      <ul id="notes" className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Card>
  );
}
