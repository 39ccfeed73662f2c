import type { FileProblem } from '../contract/texts.js';

/** What somebody has found in a version of a text. */
export interface Findings {
  readonly by: 'gate' | 'types';
  readonly version: number;
  /** None: all is well, as far as this one looks. */
  readonly problems: readonly FileProblem[];
}

/**
 * What is to be shown of a text whose version is `version` now, after somebody looked at it; `shown` itself where that stays. While somebody
 * types on, the gate looks every other second and the types' check does not: what that has found stays until it has looked again.
 */
export function shownAfter(
  shown: Findings | undefined,
  found: Findings,
  version: number | undefined,
): Findings | undefined {
  const isWrong = found.problems.length > 0;
  const showsTypes = shown?.by === 'types' && shown.problems.length > 0;
  if (found.by === 'gate') return isWrong || !showsTypes ? found : shown;
  // Of an earlier text: it is looked at again after the next pause.
  if (found.version !== version) return shown;
  return isWrong || showsTypes ? found : shown;
}
