import { setTimeout as sleep } from 'node:timers/promises';
import type { PendingWork } from '../generation/pending-work.js';
import { LONGEST_WAIT_MS } from '../generation/retry-policy.js';
import type { Stage } from '../generation/stage-plan.js';

/**
 * Resolves with the first stage when it is due to start again; never if there is none. The times are the log's: a
 * driver that took over waits only for what is left.
 */
export async function untilNextRestart(restarts: PendingWork['restarts'], signal: AbortSignal): Promise<Stage> {
  const [next] = [...restarts].sort((a, b) => (a.at < b.at ? -1 : 1));
  if (!next) return new Promise<never>(() => undefined);
  const leftMs = Date.parse(next.at) - Date.now();
  await sleep(Math.min(Math.max(leftMs, 0), LONGEST_WAIT_MS), undefined, { signal }).catch(() => {
    // Something else came first; nobody is waiting for this any more.
  });
  return next.stage;
}
