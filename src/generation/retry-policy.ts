/** How often a stage is begun before its failure is the run's; a person's retry counts anew. */
export const MAX_ATTEMPTS = 3;

const FIRST_WAIT_MS = 1_000;
const GROWTH = 4;

/** The longest wait there is: a driver whose clock differs from the log's never waits longer. */
export const LONGEST_WAIT_MS = FIRST_WAIT_MS * GROWTH ** (MAX_ATTEMPTS - 2);

/** What only a person can change: their retry may succeed, ours would not. */
const LEFT_TO_THE_PERSON: ReadonlySet<string> = new Set([
  'stage_deadline',
  'budget_reached',
  'model_bad_request',
  'model_missing',
  'model_not_an_api',
  'model_not_found',
  'model_quota',
  'model_unauthorized',
]);

/**
 * The wait before the stage begins again, in milliseconds; undefined: not by itself. A stage that used up its whole deadline
 * is left to the person: nobody should look at a standing run three times as long.
 * @param failures of this stage so far, this one included
 */
export function retryInMs(failures: number, failure: { code: string; isRetryable: boolean }): number | undefined {
  if (!failure.isRetryable || LEFT_TO_THE_PERSON.has(failure.code) || failures >= MAX_ATTEMPTS) return undefined;
  return FIRST_WAIT_MS * GROWTH ** (failures - 1);
}
