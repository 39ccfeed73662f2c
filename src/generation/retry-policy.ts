/** How often a stage is begun before its failure is the run's; a person's retry counts anew. */
export const MAX_ATTEMPTS = 3;

const FIRST_WAIT_MS = 1_000;
const GROWTH = 4;

/** The longest wait there is: a driver whose clock differs from the log's never waits longer. */
export const LONGEST_WAIT_MS = FIRST_WAIT_MS * GROWTH ** (MAX_ATTEMPTS - 2);

/** Of an error without a code: a mistake in our own program (TypeError …), which trying again only makes again. */
export const STAGE_FAILED = 'stage_failed';

/** What may come of the same work another time: it may succeed, or once a person has changed something, or it fails again. */
type Disposition = 'may_pass' | 'left_to_a_person' | 'final';

/** Of every code that may not pass by itself. */
const DISPOSITIONS: Readonly<Record<string, Disposition>> = {
  // What a rule refuses, and code that does not compile.
  [STAGE_FAILED]: 'final',
  blob_missing: 'final',
  file_refused: 'final',
  path_refused: 'final',
  preview_broken: 'final',
  revision_refused: 'final',
  // Nobody should look at a standing run three times as long.
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

/** Whether a person's retry may succeed. */
export function isRetryable(code: string): boolean {
  return dispositionOf(code) !== 'final';
}

/**
 * The wait before the stage begins again, in milliseconds; undefined: not by itself.
 * @param failures of this stage so far, this one included
 */
export function retryInMs(failures: number, code: string): number | undefined {
  if (dispositionOf(code) !== 'may_pass' || failures >= MAX_ATTEMPTS) return undefined;
  return FIRST_WAIT_MS * GROWTH ** (failures - 1);
}
