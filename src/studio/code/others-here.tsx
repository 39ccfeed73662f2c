import type { CSSProperties, ReactNode } from 'react';
import type { CursorPlace } from '../../contract/texts.js';
import { authorName } from '../ui/format.js';
import styles from './others-here.module.css';

/** Others who have the file open, in the colours of their cursors. */
export function OthersHere({ others }: { others: readonly CursorPlace[] }): ReactNode {
  if (others.length === 0) return null;
  return (
    <ul className={styles.others} aria-label="Also in this file">
      {others.map(({ client_id: client, user_id: user, color }) => (
        <li key={client} style={{ '--person': color } as CSSProperties}>
          {authorName(user ?? 'anonymous')}
        </li>
      ))}
    </ul>
  );
}
