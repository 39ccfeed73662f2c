import type { RecordedEvent } from './events.js';

/**
 * By path, for files that people have changed since the run began: the sha256 of the file without their changes; null:
 * there would be no file. What a model writes is compared with that, so that people's changes are kept.
 */
export type Unedited = Readonly<Record<string, string | null>>;

/** Lines of a file, from 1, where a person's version and another writer's differ. */
export interface ConflictPlace {
  readonly from_line: number;
  readonly to_line: number;
}

/** A file of which a second version is kept, because a person had changed the same lines. */
export interface FileConflict {
  readonly path: string;
  /** Who wrote the second version: a model's name, `blueprint`, `user:<id>`. */
  readonly author: string;
  /** The file, or the text that people edit, as it is used: with the person's lines. */
  readonly mine_sha256: string;
  /** The same file with the other's lines instead. */
  readonly theirs_sha256: string;
  readonly places: readonly ConflictPlace[];
  /** The seq of the file's version that could not be merged completely into the edited text. */
  readonly of_seq?: number;
}

/** A conflict that nobody has resolved yet. */
export interface OpenConflict extends FileConflict {
  /** The seq of its event, which is its name. */
  readonly seq: number;
}

/** A file as the blueprint or a model wants it. */
export interface WantedFile {
  readonly path: string;
  readonly content: string | Buffer;
  /** The text that the writer was shown, if it contained people's changes; absent: it did not. */
  readonly shown?: string;
}

/** A file that can be written without losing people's changes. */
export interface ReconciledFile {
  readonly path: string;
  readonly content: string | Buffer;
  /** The sha256 of the version that this one replaces; null: there is none. */
  readonly expected: string | null;
  /** What the writer wrote, if the content has people's changes too. */
  readonly meant_sha256?: string;
  readonly conflict?: Omit<FileConflict, 'path' | 'author'>;
}

/** How the log names a person: `user:<id>`, or `anonymous` if no name is known. */
export function personOf(userId: string | undefined): string {
  return userId === undefined ? 'anonymous' : `user:${userId}`;
}

/** Whether the author of a file's version is a person. */
export function isPerson(author: string): boolean {
  return author === 'anonymous' || author.startsWith('user:');
}

/** What {@link Unedited} is after the event; `files` are those before it. */
export function uneditedAfter(
  unedited: Unedited,
  files: Readonly<Record<string, { readonly sha256: string }>>,
  event: RecordedEvent,
): Unedited {
  switch (event.type) {
    case 'RunRequested':
    case 'RevisionRequested':
      return {};
    case 'FileWritten': {
      const { path, sha256, author, meant_sha256: meant } = event.data;
      if (meant !== undefined) return withBase(unedited, path, meant, sha256);
      return isPerson(author)
        ? withBase(unedited, path, baseOf(unedited, files, path), sha256)
        : without(unedited, path);
    }
    case 'FileDeleted': {
      const { path, author } = event.data;
      if (author === undefined || !isPerson(author)) return without(unedited, path);
      return withBase(unedited, path, baseOf(unedited, files, path), null);
    }
    case 'FileConflicted': {
      const { path, meant_sha256: meant } = event.data;
      return meant === undefined ? unedited : withBase(unedited, path, meant, files[path]?.sha256 ?? null);
    }
    case 'AssetAdded':
      return without(unedited, event.data.path);
    default:
      return unedited;
  }
}

/** The open conflicts after the event. */
export function conflictsAfter(conflicts: readonly OpenConflict[], event: RecordedEvent): readonly OpenConflict[] {
  switch (event.type) {
    case 'RunRequested':
      return [];
    case 'FileConflicted': {
      const { meant_sha256: _meant, ...conflict } = event.data;
      return [...conflicts, { ...conflict, seq: event.seq }];
    }
    case 'ConflictResolved':
      return conflicts.filter(({ seq }) => seq !== event.data.conflict);
    case 'FileDeleted':
      return conflicts.filter(({ path }) => path !== event.data.path);
    default:
      return conflicts;
  }
}

/** What the file was before people changed it. */
function baseOf(
  unedited: Unedited,
  files: Readonly<Record<string, { readonly sha256: string }>>,
  path: string,
): string | null {
  const base = unedited[path];
  return base === undefined ? (files[path]?.sha256 ?? null) : base;
}

function withBase(unedited: Unedited, path: string, base: string | null, now: string | null): Unedited {
  return base === now ? without(unedited, path) : { ...unedited, [path]: base };
}

function without(unedited: Unedited, path: string): Unedited {
  if (!(path in unedited)) return unedited;
  const { [path]: _gone, ...others } = unedited;
  return others;
}
