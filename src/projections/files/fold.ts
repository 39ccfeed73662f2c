import type { ProjectEvent } from '../project-event.js';
import type { FileRow } from './table.js';

export interface FileChanges {
  readonly written: readonly FileRow[];
  readonly deleted: readonly Pick<FileRow, 'project_id' | 'path'>[];
}

/** The result of a batch for each file it touches: its last version, or its deletion. */
export function foldFiles(changes: readonly ProjectEvent[]): FileChanges {
  const last = new Map<string, { readonly key: Pick<FileRow, 'project_id' | 'path'>; readonly row?: FileRow }>();
  for (const { projectId, event } of changes) {
    if (event.type === 'FileWritten' || event.type === 'AssetAdded') {
      const { path, sha256, bytes } = event.data;
      const author = event.type === 'FileWritten' ? event.data.author : event.data.origin;
      const key = { project_id: projectId, path };
      const version = { sha256, bytes, author, run: event.run, seq: event.seq, updated_at: event.at };
      last.set(`${projectId}/${path}`, { key, row: { ...key, ...version } });
    }
    if (event.type === 'FileDeleted') {
      const { path } = event.data;
      last.set(`${projectId}/${path}`, { key: { project_id: projectId, path } });
    }
  }
  const ends = [...last.values()];
  return {
    written: ends.flatMap(({ row }) => row ?? []),
    deleted: ends.flatMap(({ key, row }) => (row ? [] : key)),
  };
}
