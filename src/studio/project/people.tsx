import type { CSSProperties, ReactNode } from 'react';
import { count } from '../ui/format.js';
import { useProject } from './use-project.js';
import styles from './project-head.module.css';

const SHOWN = 5;

/** Who else is here. */
export function People(): ReactNode {
  const { people, viewers } = useProject(({ state }) => state.watching);
  if (viewers < 2) return null;
  return (
    <ul
      className={styles.people}
      aria-label={`${count(viewers, 'window')} of ${count(people.length, 'person', 'people')} open here`}
    >
      {people.slice(0, SHOWN).map(({ user_id: name, color }) => (
        <li key={name} title={name} style={{ '--person': color } as CSSProperties}>
          <span aria-hidden="true">{name.slice(0, 1).toUpperCase()}</span>
        </li>
      ))}
    </ul>
  );
}
