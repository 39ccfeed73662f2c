import type { FileRef } from '../../generation/events.js';
import type { ProjectEvent } from '../project-event.js';

/** A row of `site_view`: the static site of a project, as it was exported last. */
export interface SiteRow {
  /** The first part of its host name; unique. */
  readonly label: string;
  readonly project_id: string;
  readonly url: string;
  readonly files: readonly FileRef[];
  readonly seq: number;
  /** ISO 8601. */
  readonly exported_at: string;
}

/** The last site of each project in the batch. */
export function foldSites(changes: readonly ProjectEvent[]): readonly SiteRow[] {
  const last = new Map<string, SiteRow>();
  for (const { projectId, event } of changes) {
    if (event.type !== 'SiteExported') continue;
    const { label, url, files } = event.data;
    last.set(label, { label, project_id: projectId, url, files, seq: event.seq, exported_at: event.at });
  }
  return [...last.values()];
}
