import { type ReactNode, useEffect, useRef } from 'react';
import type { Writing as Written } from '../state/project-state.js';
import { Card } from '../ui/card.js';
import styles from './writing.module.css';

/** The code that a model is writing just now. */
export function Writing({ writing }: { writing: Written | null }): ReactNode {
  const code = useRef<HTMLPreElement>(null);
  useEffect(() => {
    code.current?.scrollTo({ top: code.current.scrollHeight });
  }, [writing]);
  return (
    writing && (
      <Card title="Being written" aside={writing.path}>
        <pre ref={code} className={styles.code} tabIndex={0} aria-label={`Code of ${writing.path}`}>
          {writing.text}
        </pre>
      </Card>
    )
  );
}
