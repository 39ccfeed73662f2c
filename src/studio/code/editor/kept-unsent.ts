import type { Unsent } from '../../../client/file-session.js';

/** What was typed in a project's files and not sent, by path: kept over a reload of this tab. */
export type KeptUnsent = Readonly<Record<string, Unsent>>;

/** Takes out what was kept: it must not be gone on from twice. */
export function takeUnsent(projectId: string): KeptUnsent {
  const kept = sessionStorage.getItem(keyOf(projectId));
  sessionStorage.removeItem(keyOf(projectId));
  return kept === null ? {} : (JSON.parse(kept) as KeptUnsent);
}

export function keepUnsent(projectId: string, unsent: KeptUnsent): void {
  if (Object.keys(unsent).length === 0) sessionStorage.removeItem(keyOf(projectId));
  else sessionStorage.setItem(keyOf(projectId), JSON.stringify(unsent));
}

function keyOf(projectId: string): string {
  return `firstlight.unsent.${projectId}`;
}
