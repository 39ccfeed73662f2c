import type { LogMessage } from '../../contract/messages/log-message.js';
import type { Chapter, Frame, FrameNews, History } from './history.js';

/** What a restore or a fork means comes in the same append: its frame is the last of that. */
export function closedAppend(history: History, message: LogMessage): History {
  const { append } = history.pending;
  const isOfAppend = message.type === 'file' && message.at === append?.at;
  return !append || isOfAppend ? history : closed(history, message.seq - 1);
}

export function closed(history: History, seq: number): History {
  const { append, ...pending } = history.pending;
  if (!append) return history;
  const whole = { ...history, pending: { ...pending, append: undefined, isWhole: true } };
  return withFrame(whole, { seq, at: append.at }, append.news, append.who);
}

/** A chapter begins. @param news what its files, which follow at once, will be the frame of */
export function opened(
  history: History,
  { kind, who, title }: Pick<Chapter, 'kind' | 'who' | 'title'>,
  { message, news, keepsPending = false }: Opening,
): History {
  const { seq, run, at } = message;
  const chapter: Chapter = { kind, who, title, seq, run, at, outcome: isRuns(kind) ? 'open' : 'complete' };
  const { pending } = history;
  const append = news && { at, news, who };
  const isWhole = kind === 'run' ? false : pending.isWhole;
  const fresh = keepsPending ? pending : { ...pending, paths: [], screens: [], append, isWhole };
  return { ...history, chapters: [...history.chapters, chapter], pending: fresh };
}

interface Opening {
  readonly message: LogMessage;
  readonly news?: FrameNews;
  readonly keepsPending?: boolean;
}

export function withFrame(
  history: History,
  { seq, at, run }: { readonly seq: number; readonly at: string; readonly run?: number },
  news: FrameNews,
  who?: readonly string[],
): History {
  const { pending, chapters } = history;
  const ofRun = run === undefined || news.kind === 'edited' ? -1 : chapterOfRun(history, run);
  const chapter = ofRun === -1 ? chapters.length - 1 : ofRun;
  const frame: Frame = {
    ...{ seq, at, chapter, news },
    who: who ?? chapters[chapter]?.who ?? [],
    paths: pending.paths,
    trouble: news.kind === 'plan' ? undefined : pending.trouble,
  };
  return { ...history, frames: [...history.frames, frame], pending: { ...pending, paths: [], screens: [] } };
}

export function chapterOfRun({ chapters }: History, run: number): number {
  return chapters.findLastIndex((chapter) => chapter.run === run && isRuns(chapter.kind));
}

function isRuns(kind: Chapter['kind']): boolean {
  return kind === 'run' || kind === 'revision' || kind === 'fork';
}
