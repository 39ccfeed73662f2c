import type { ProjectEvent } from '../project-event.js';
import type { SiteRow } from './table.js';

/** The last site of each label in the batch. */
export function foldSites(changes: readonly ProjectEvent[]): readonly SiteRow[] {
  const last = new Map<string, SiteRow>();
  for (const { projectId, event } of changes) {
    if (event.type !== 'SiteExported') continue;
    const { label, url, files } = event.data;
    last.set(label, { label, project_id: projectId, url, files, seq: event.seq, exported_at: event.at });
  }
  return [...last.values()];
}
