import type { LogMessage, MessageOf } from '../../contract/messages/log-message.js';
import type { History } from './history.js';
import { opened, withFrame } from './history-frames.js';

/** Edits of the same file by the same people that are at most this far apart are one frame: a checkpoint comes every other second. */
const ONE_EDIT_MS = 10_000;
/** Edits that are further apart are two sessions (as in the service's list of versions). */
const SESSION_GAP_MS = 5 * 60_000;

/** The history after people have changed files. */
export function onEdit(
  history: History,
  message: MessageOf<'file'>,
  { paths, who }: { readonly paths: readonly string[]; readonly who: readonly string[] },
): History {
  const { frames, chapters } = history;
  const last = frames.at(-1);
  const inSession = withSession(history, message, who);
  const isSame =
    last?.news.kind === 'edited' &&
    last.chapter === inSession.chapters.length - 1 &&
    inSession.chapters.length === chapters.length &&
    same(last.who, who) &&
    same(last.news.paths, paths) &&
    apartMs(last.at, message.at) <= ONE_EDIT_MS;
  const rest = isSame ? { ...inSession, frames: frames.slice(0, -1) } : inSession;
  return withFrame(rest, message, { kind: 'edited', paths }, who);
}

/** The current editing session, or a new one. */
function withSession(history: History, message: LogMessage, who: readonly string[]): History {
  const { chapters, frames } = history;
  const last = chapters.at(-1);
  const lastAt = frames.at(-1)?.at ?? message.at;
  if (last?.kind !== 'edit' || apartMs(lastAt, message.at) > SESSION_GAP_MS)
    return opened(history, { kind: 'edit', who, title: undefined }, { message, keepsPending: true });
  return { ...history, chapters: [...chapters.slice(0, -1), { ...last, who: union(last.who, who) }] };
}

export function union(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])];
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

function apartMs(one: string, other: string): number {
  return Date.parse(other) - Date.parse(one);
}
