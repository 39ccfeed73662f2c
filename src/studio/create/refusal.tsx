import type { ReactNode } from 'react';
import { useOpenProject, useProject } from '../project/use-project.js';
import styles from './create-form.module.css';

/** What the service said to a start. */
export function Refusal(): ReactNode {
  return useOpenProject() && <Refused />;
}

function Refused(): ReactNode {
  const refusal = useProject(({ asks }) => asks.refusal);
  return (
    refusal !== null && (
      <p className={styles.problem} role="alert">
        {refusal}
      </p>
    )
  );
}
