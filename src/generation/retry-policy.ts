/** How often a stage is tried before the run fails; a person's retry starts counting again. */
export const MAX_ATTEMPTS = 3;

const FIRST_WAIT_MS = 1_000;
const GROWTH = 4;

/** The longest wait: a driver whose clock differs from the log's never waits longer. */
export const LONGEST_WAIT_MS = FIRST_WAIT_MS * GROWTH ** (MAX_ATTEMPTS - 2);

/** The code of an error without one: a bug in our own program (TypeError …), which a retry would only repeat. */
export const STAGE_FAILED = 'stage_failed';

/** What a retry may bring: it may succeed, it may succeed once a person has changed something, or it fails again. */
type Disposition = 'may_pass' | 'left_to_a_person' | 'final';

/** All codes except those that may pass by themselves. */
const DISPOSITIONS: Readonly<Record<string, Disposition>> = {
  // What a rule refuses, and code that does not compile.
  [STAGE_FAILED]: 'final',
  blob_missing: 'final',
  file_refused: 'final',
  path_refused: 'final',
  preview_broken: 'final',
  revision_refused: 'final',
  // Nobody should wait three times as long for a run that stands still.
  stage_deadline: 'left_to_a_person',
  budget_reached: 'left_to_a_person',
  model_bad_request: 'left_to_a_person',
  model_missing: 'left_to_a_person',
  model_not_an_api: 'left_to_a_person',
  model_not_found: 'left_to_a_person',
  model_quota: 'left_to_a_person',
  model_unauthorized: 'left_to_a_person',
};

function dispositionOf(code: string): Disposition {
  return (Object.hasOwn(DISPOSITIONS, code) ? DISPOSITIONS[code] : undefined) ?? 'may_pass';
}

/** Whether a retry by a person may succeed. */
export function isRetryable(code: string): boolean {
  return dispositionOf(code) !== 'final';
}

/**
 * The wait before the stage starts again, in milliseconds; undefined: it does not start again by itself.
 * @param failures of this stage so far, including this one
 */
export function retryInMs(failures: number, code: string): number | undefined {
  if (dispositionOf(code) !== 'may_pass' || failures >= MAX_ATTEMPTS) return undefined;
  return FIRST_WAIT_MS * GROWTH ** (failures - 1);
}
