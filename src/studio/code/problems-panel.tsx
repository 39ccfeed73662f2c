import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { useProjectStore } from '../project/use-project.js';
import type { OpenFileStates } from './editor/open-files.js';
import { type PlacedProblem, problemCount, problemList } from './problem-list.js';
import { codePath } from './use-file-actions.js';
import styles from './problems-panel.module.css';

/** What is wrong in the open files; a press leads there. */
export function ProblemsPanel({ states }: { states: OpenFileStates }): ReactNode {
  const problems = useMemo(
    () => problemList(new Map([...states].map(([path, state]) => [path, state.problems]))),
    [states],
  );
  if (problems.length === 0) return null;
  return (
    <details className={styles.panel} open>
      <summary>{problemCount(problems.length)}</summary>
      <ul aria-label="Problems">
        {problems.map((problem) => (
          <Row key={`${problem.path}:${problem.line}:${problem.column}:${problem.message}`} problem={problem} />
        ))}
      </ul>
    </details>
  );
}

function Row({ problem: { path, line, column, message, source } }: { problem: PlacedProblem }): ReactNode {
  const { id } = useProjectStore();
  return (
    <li data-source={source}>
      <Link to={codePath(id, path, line)}>
        <span className={styles.message}>{message}</span>
        <span className={styles.place}>
          {path}:{line}:{column + 1}
        </span>
      </Link>
    </li>
  );
}
