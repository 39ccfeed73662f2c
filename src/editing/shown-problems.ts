import type { FileProblem } from '../contract/texts.js';

/** What one check found in a version of a text. */
export interface Findings {
  readonly by: 'gate' | 'types';
  readonly version: number;
  /** Empty if this check found no problem. */
  readonly problems: readonly FileProblem[];
}

/**
 * Which findings to show for a text at `version` after a new check; `shown` itself if nothing changes. While somebody types, the
 * gate runs every two seconds but the type check waits for a pause, so its findings stay until it has run again.
 */
export function shownAfter(
  shown: Findings | undefined,
  found: Findings,
  version: number | undefined,
): Findings | undefined {
  const isWrong = found.problems.length > 0;
  const showsTypes = shown?.by === 'types' && shown.problems.length > 0;
  if (found.by === 'gate') return isWrong || !showsTypes ? found : shown;
  // Outdated: the types are checked again after the next pause.
  if (found.version !== version) return shown;
  return isWrong || showsTypes ? found : shown;
}
