import type { RecordedEvent } from './events.js';
import { personOf } from './people-edits.js';

/** What happened in a stretch of a project's history. */
export type VersionKind = 'run' | 'revision' | 'fork' | 'edit' | 'restore';

/** An entry of a project's history: a run, an editing session or a restore, with the files it left changed. */
export interface Version {
  readonly kind: VersionKind;
  /** Its last event: the moment to look at, restore or fork. */
  readonly seq: number;
  readonly first_seq: number;
  readonly run: number;
  /** The prompt or the instruction; null for edits and restores. */
  readonly title: string | null;
  /** Who made it: `user:<id>`, `anonymous`, `blueprint`, a model. */
  readonly authors: readonly string[];
  /** ISO 8601; its first and its last event. */
  readonly at: string;
  readonly ended_at: string;
  /** Paths it wrote or deleted, in the order of their first change. */
  readonly files: readonly string[];
  /** The restored moment, if this is a restore. */
  readonly to_seq: number | null;
}

/** An event with who caused it: `driver`, `user:<id>`, `anonymous` … */
type ActedEvent = RecordedEvent & { readonly actor: string };

/** Its changes belong to the run, whoever wrote them. */
const DRIVER = 'driver';

/** Edits that are further apart are two sessions. */
const SESSION_GAP_MS = 5 * 60_000;

/** The history of a project, oldest first. */
export function versionsOf(events: readonly ActedEvent[]): readonly Version[] {
  const versions: Version[] = [];
  const append = (version: Version): void => void versions.push(version);
  for (const event of events) {
    const opened = openedBy(event);
    if (opened) append(opened);
    else if (isOfFiles(event)) {
      const index = indexFor(versions, event);
      const before = versions[index];
      if (before) versions[index] = withChange(before, event);
      else append(withChange(blank('edit', event), event));
    } else if (isOfRun(event)) {
      const index = versions.findLastIndex(({ kind, run }) => isRun(kind) && run === event.run);
      const before = versions[index];
      if (before) versions[index] = { ...before, seq: Math.max(before.seq, event.seq), ended_at: event.at };
    }
  }
  return versions.toSorted((one, other) => one.seq - other.seq);
}

type FileEvent = Extract<RecordedEvent, { type: 'FileWritten' | 'FileDeleted' | 'FileRenamed' | 'AssetAdded' }>;

function openedBy(event: RecordedEvent): Version | undefined {
  switch (event.type) {
    case 'RunRequested':
      return { ...blank('run', event), title: event.data.prompt, authors: authorsOf(event.data.user_id) };
    case 'RevisionRequested':
      return { ...blank('revision', event), title: event.data.instruction, authors: authorsOf(event.data.user_id) };
    case 'Forked':
      return { ...blank('fork', event), title: event.data.prompt, authors: authorsOf(event.data.user_id) };
    case 'Restored':
      return { ...blank('restore', event), to_seq: event.data.to_seq, authors: [event.data.author] };
    default:
      return undefined;
  }
}

/** Where the change belongs: what a driver or the blueprint wrote to its run; a person's to the restore, fork or session that it follows. */
function indexFor(versions: readonly Version[], event: FileEvent & ActedEvent): number {
  if (event.actor === DRIVER) return versions.findLastIndex(({ kind, run }) => isRun(kind) && run === event.run);
  const last = versions.findLastIndex(({ kind }) => kind === 'edit' || kind === 'restore' || kind === 'fork');
  const before = versions[last];
  if (!before) return -1;
  const isSameAppend = before.kind !== 'edit' && before.seq === event.seq - 1 && before.ended_at === event.at;
  const isSession = before.kind === 'edit' && Date.parse(event.at) - Date.parse(before.ended_at) <= SESSION_GAP_MS;
  const isLast = versions.every(({ seq }) => seq <= before.seq);
  return isSameAppend || (isSession && isLast) ? last : -1;
}

function withChange(version: Version, event: FileEvent): Version {
  const paths = event.type === 'FileRenamed' ? [event.data.from, event.data.to] : [event.data.path];
  const authors = event.type === 'FileWritten' ? (event.data.authors ?? [event.data.author]) : [];
  return {
    ...version,
    seq: event.seq,
    ended_at: event.at,
    files: union(version.files, paths),
    authors: union(version.authors, authors),
  };
}

function blank(kind: VersionKind, { seq, run, at }: RecordedEvent): Version {
  return { kind, seq, first_seq: seq, run, title: null, authors: [], at, ended_at: at, files: [], to_seq: null };
}

function isOfFiles(event: ActedEvent): event is FileEvent & ActedEvent {
  return ['FileWritten', 'FileDeleted', 'FileRenamed', 'AssetAdded'].includes(event.type);
}

/** Whether the event belongs to the course of a run. */
function isOfRun({ type }: RecordedEvent): boolean {
  return ['RunCompleted', 'RunFailed', 'RunCancelled', 'ScreenAdded', 'StageSucceeded'].includes(type);
}

function isRun(kind: VersionKind): boolean {
  return kind === 'run' || kind === 'revision' || kind === 'fork';
}

function authorsOf(userId: string | undefined): readonly string[] {
  return [personOf(userId)];
}

function union(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])];
}
