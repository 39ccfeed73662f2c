import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { Notice } from '../ui/states.js';
import { useSettled } from '../ui/use-settled.js';
import { armEstimateQuery } from './api.js';
import { draftIn, type ExperimentDraft, isAllTheSame, problemsOf } from './draft.js';
import { wholeEstimate } from './whole-estimate.js';
import styles from './what-it-takes.module.css';

/** What the experiment will take and cost, once it is filled in. */
export function WhatItTakes({ draft }: { draft: ExperimentDraft }): ReactNode {
  // Compare its text: the object is a new one each time.
  const text = useSettled(JSON.stringify(draft));
  const settled = useMemo(() => draftIn(text), [text]);
  const problems = problemsOf({ ...settled, name: 'any' });
  const isReady = Object.keys(problems).length === 0;
  const answers = useQueries({
    queries: settled.arms.map(({ prompt, model }) => ({
      ...armEstimateQuery(prompt.trim(), model.trim()),
      enabled: isReady,
    })),
  });
  if (!isReady) return null;
  if (isAllTheSame(settled)) return <Notice tone="info">All arms are the same: change at least one of them.</Notice>;
  const estimates = answers.map(({ data }) => data ?? null);
  if (answers.some(({ isPending }) => isPending)) return null;
  return <p className={styles.words}>{wholeEstimate(estimates, Number(settled.runs))}</p>;
}
