import { describe, expect, it } from '@jest/globals';
import { isRetryable, LONGEST_WAIT_MS, MAX_ATTEMPTS, retryInMs } from './retry-policy.js';

describe('what may be done about a failure', () => {
  it.each(['preview_unavailable', 'ENOSPC', 'model_unavailable', 'a code that nobody has named'])(
    '%s may pass: the stage begins again, twice, ever later',
    (code) => {
      const waits = [1, 2, 3].map((failures) => retryInMs(failures, code));
      expect(waits).toEqual([1_000, LONGEST_WAIT_MS, undefined]);
      expect(waits).toHaveLength(MAX_ATTEMPTS);
      expect(isRetryable(code)).toBe(true);
    },
  );

  it.each(['stage_deadline', 'budget_reached', 'model_unauthorized'])(
    '%s is left to a person, whose retry may succeed',
    (code) => {
      expect(retryInMs(1, code)).toBeUndefined();
      expect(isRetryable(code)).toBe(true);
    },
  );

  it.each(['stage_failed', 'path_refused', 'preview_broken', 'blob_missing'])('%s is the same another time', (code) => {
    expect(retryInMs(1, code)).toBeUndefined();
    expect(isRetryable(code)).toBe(false);
  });

  it('does not take a name that every object has for one of its codes', () => {
    expect(isRetryable('constructor')).toBe(true);
  });
});
