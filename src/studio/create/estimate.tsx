import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import type { EstimateAnswer, RunEstimate } from '../../contract/run.js';
import { post } from '../api/http.js';
import { duration, money } from '../ui/format.js';
import { useSettled } from '../ui/use-settled.js';
import { promptProblem } from './prompt-problem.js';
import styles from './create-form.module.css';

/** What the run would take of a model, asked once the typing has paused; nothing where rules write. */
export function Estimate({ prompt }: { prompt: string }): ReactNode {
  const settled = useSettled(useDeferredValue(prompt.trim()));
  const { data } = useQuery({
    queryKey: ['estimate', settled],
    queryFn: ({ signal }) => post<EstimateAnswer>('/api/v1/estimate', { prompt: settled }, { signal }),
    enabled: promptProblem(settled) === undefined,
    placeholderData: (before) => before,
    staleTime: Infinity,
  });
  const estimate = data?.estimate;
  return estimate && <p className={styles.words}>{estimateWords(estimate)}</p>;
}

function estimateWords({ model, calls, cost_usd: cost, duration_ms: takes }: RunEstimate): string {
  const price = cost === null ? 'its price is not known' : `about ${money(cost.low)}–${money(cost.high)}`;
  return `${model}: ${calls.low}–${calls.high} calls, ${price}, ${duration(takes.low)}–${duration(takes.high)}.`;
}
