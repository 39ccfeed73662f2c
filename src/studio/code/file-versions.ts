import type { ProjectVersion } from '../../contract/history.js';

/** A version of the project in which the file became another. */
export interface FileVersion {
  readonly seq: number;
  readonly at: string;
  readonly authors: readonly string[];
  /** What made it, in words. */
  readonly title: string;
}

/** What it takes of an entry of the project's history. */
export type ChangedFiles = Pick<ProjectVersion, 'kind' | 'seq' | 'title' | 'authors' | 'ended_at' | 'files'>;

const WORDS: Readonly<Record<ProjectVersion['kind'], string>> = {
  run: 'Made',
  revision: 'Changed',
  fork: 'Copied from another app',
  edit: 'Edited',
  restore: 'Restored',
};

/** The file's own history, newest first: of the project's versions those that changed it. */
export function versionsOf(path: string, versions: readonly ChangedFiles[]): readonly FileVersion[] {
  return versions
    .filter(({ files }) => files.includes(path))
    .map(({ seq, kind, title, authors, ended_at: at }) => ({ seq, at, authors, title: title ?? WORDS[kind] }));
}

/** The version before that one; undefined: it was the first. */
export function before(versions: readonly FileVersion[], seq: number): FileVersion | undefined {
  return versions.find((version) => version.seq < seq);
}
