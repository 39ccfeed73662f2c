/** How often a stage is begun before its failure is the run's; a person's retry counts anew. */
export const MAX_ATTEMPTS = 3;

const FIRST_WAIT_MS = 1_000;
const GROWTH = 4;

/** The longest wait there is: a driver whose clock differs from the log's never waits longer. */
export const LONGEST_WAIT_MS = FIRST_WAIT_MS * GROWTH ** (MAX_ATTEMPTS - 2);

/**
 * The wait before the stage begins again, in milliseconds; undefined: not by itself. A stage that used up its whole deadline
 * is left to the person: nobody should look at a standing run three times as long.
 * @param failures of this stage so far, this one included
 */
export function retryInMs(failures: number, failure: { code: string; isRetryable: boolean }): number | undefined {
  if (!failure.isRetryable || failure.code === 'stage_deadline' || failures >= MAX_ATTEMPTS) return undefined;
  return FIRST_WAIT_MS * GROWTH ** (failures - 1);
}
