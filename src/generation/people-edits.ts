import type { RecordedEvent } from './events.js';

/**
 * By path, where people have changed a file since its run began: the sha256 of what the file would be without their changes; null:
 * there would be none. What a model writes is compared with that, so that it goes around what people did.
 */
export type Unedited = Readonly<Record<string, string | null>>;

/** Lines of a file, from 1, where a person's version and another writer's differ. */
export interface ConflictPlace {
  readonly from_line: number;
  readonly to_line: number;
}

/** A file of which another version is kept beside the one that counts, because a person had changed the same lines. */
export interface FileConflict {
  readonly path: string;
  /** Who wrote the version that is kept beside: a model's name, `blueprint`, `user:<id>`. */
  readonly author: string;
  /** The file, or the text that people edit, as it stayed: with the person's lines. */
  readonly mine_sha256: string;
  /** The same with the other's lines in their places. */
  readonly theirs_sha256: string;
  readonly places: readonly ConflictPlace[];
  /** Of the file's version that an edited text could not take in whole: its seq. */
  readonly of_seq?: number;
}

/** A conflict that nobody has resolved yet. */
export interface OpenConflict extends FileConflict {
  /** Of its event: what it is named by. */
  readonly seq: number;
}

/** A file as the blueprint or a model wants to have it. */
export interface WantedFile {
  readonly path: string;
  readonly content: string | Buffer;
  /** The text that the writer was shown, people's changes among it; absent: none of them. */
  readonly shown?: string;
}

/** A file as it can be written without losing what people changed in it. */
export interface ReconciledFile {
  readonly path: string;
  readonly content: string | Buffer;
  /** The sha256 of the version that this one replaces; null: there is none. */
  readonly expected: string | null;
  /** What the writer meant, where the content has people's changes too. */
  readonly meant_sha256?: string;
  readonly conflict?: Omit<FileConflict, 'path' | 'author'>;
}

/** How the log names who caused something: `user:<id>`, or `anonymous` where no name is known. */
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
