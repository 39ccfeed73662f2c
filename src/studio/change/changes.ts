import type { LogMessage, MessageOf } from '../../contract/messages/log-message.js';
import type { PointedAtThen, RunStatus } from '../../contract/run.js';

export type ChangeKind = 'made' | 'revision' | 'fork' | 'edit' | 'restore';

/** Something that changed the app: a run, a person's editing, a restore. */
export interface Change {
  readonly kind: ChangeKind;
  readonly run: number;
  /** Its first message and its last so far. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** The moment before it: restored, it is undone. */
  readonly beforeSeq: number;
  /** What was asked for; null for edits and restores. */
  readonly title: string | null;
  /** Where the person pointed who asked. */
  readonly at: PointedAtThen | null;
  /** `user:<id>` or `anonymous`. */
  readonly by: readonly string[];
  readonly begunAt: string;
  readonly endedAt: string;
  readonly status: RunStatus;
  readonly failure: string | null;
  /** Paths it wrote or deleted, in the order of their first change. */
  readonly files: readonly string[];
  /** Of a restore: the moment that is there again. */
  readonly toSeq: number | null;
}

export type Changes = readonly Change[];

/** Edits that are further apart are two. */
const SESSION_GAP_MS = 5 * 60_000;

export function noChanges(): Changes {
  return [];
}

/** What became of the app so far, oldest first. */
export function changesAfter(changes: Changes, message: LogMessage): Changes {
  switch (message.type) {
    case 'run':
      return told(changes, message);
    case 'restored':
      return [...changes, restore(message)];
    case 'file':
      return withFiles(changes, message, pathsOf(message), message.data.author);
    case 'asset':
      return withFiles(changes, message, [message.data.path], undefined);
    case 'complete':
      return ended(changes, message, 'complete', null);
    case 'error':
      return ended(changes, message, 'failed', message.error);
    case 'cancelled':
      return ended(changes, message, 'cancelled', null);
    default:
      // Nothing else changes the app.
      return changes;
  }
}

const KINDS = { requested: 'made', revising: 'revision', forked: 'fork' } as const;

function told(changes: Changes, message: MessageOf<'run'>): Changes {
  const { data, run } = message;
  if (data.status === 'retrying') {
    return withRun(changes, run, (change) => ({ ...change, status: 'active', failure: null }));
  }
  if (data.status !== 'requested' && data.status !== 'revising' && data.status !== 'forked') return changes;
  const change = blank(message, KINDS[data.status], message.seq, personOf(data.user_id));
  const title = data.status === 'revising' ? data.instruction : data.prompt;
  const at = (data.status === 'revising' && data.at) || null;
  return [...changes, { ...change, title, at, status: 'active' }];
}

function restore(message: MessageOf<'restored'>): Change {
  const { to_seq: toSeq, author } = message.data;
  return { ...blank(message, 'restore', message.seq, author), toSeq };
}

function ended(changes: Changes, { run, seq, at }: LogMessage, status: RunStatus, failure: string | null): Changes {
  return withRun(changes, run, (change) => ({ ...change, status, failure, lastSeq: seq, endedAt: at }));
}

/** What a person wrote belongs to their editing, or to the restore or fork in whose wake it came; all else to the run. */
function withFiles(
  changes: Changes,
  message: LogMessage,
  paths: readonly string[],
  author: string | undefined,
): Changes {
  const isPersons = author !== undefined && (author === 'anonymous' || author.startsWith('user:'));
  const add = (change: Change): Change => ({
    ...change,
    lastSeq: message.seq,
    endedAt: message.at,
    files: union(change.files, paths),
    by: isPersons ? union(change.by, [author]) : change.by,
  });
  const last = changes.at(-1);
  if (last && isWake(last, message)) return [...changes.slice(0, -1), add(last)];
  if (!isPersons) return withRun(changes, message.run, add);
  if (last?.kind === 'edit' && Date.parse(message.at) - Date.parse(last.endedAt) <= SESSION_GAP_MS) {
    return [...changes.slice(0, -1), add(last)];
  }
  return [...changes, add(blank(message, 'edit', message.seq - 1, author))];
}

function isWake({ kind, lastSeq, endedAt }: Change, { seq, at }: LogMessage): boolean {
  return (kind === 'restore' || kind === 'fork') && lastSeq === seq - 1 && endedAt === at;
}

function withRun(changes: Changes, run: number, change: (change: Change) => Change): Changes {
  const index = changes.findLastIndex((each) => each.run === run && each.kind !== 'edit' && each.kind !== 'restore');
  return changes.map((each, at) => (at === index ? change(each) : each));
}

function blank({ seq, at, run }: LogMessage, kind: ChangeKind, beforeSeq: number, by: string): Change {
  return {
    ...{ kind, run, firstSeq: seq, lastSeq: seq, beforeSeq, title: null, at: null, by: [by] },
    ...{ begunAt: at, endedAt: at, status: 'complete', failure: null, files: [], toSeq: null },
  };
}

function pathsOf({ data }: MessageOf<'file'>): readonly string[] {
  return data.op === 'renamed' ? [data.from, data.to] : [data.path];
}

function personOf(userId: string | undefined): string {
  return userId === undefined ? 'anonymous' : `user:${userId}`;
}

function union(before: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((each) => !before.includes(each));
  return added.length === 0 ? before : [...before, ...added];
}
