import type { LogMessage, MessageOf } from '../../contract/messages/log-message.js';
import { type Chapter, type FrameNews, type History, isPersons, NO_HISTORY } from './history.js';
import { onEdit, union } from './fold-edits.js';
import { chapterOfRun, closed, closedAppend, opened, withFrame } from './history-frames.js';

/** The history of all these messages, in order of `seq`. */
export function historyOf(messages: readonly LogMessage[]): History {
  return messages.reduce(foldHistory, NO_HISTORY);
}

/** The history with one more message. */
export function foldHistory(before: History, message: LogMessage): History {
  const history = closedAppend({ ...before, head: message.seq }, message);
  switch (message.type) {
    case 'run':
      return onRun(history, message);
    case 'progress':
      return onProgress(history, message);
    case 'complete':
    case 'error':
    case 'cancelled':
      return onEnd(history, message);
    case 'file':
      return onFile(history, message);
    case 'restored':
      return opened(
        history,
        { kind: 'restore', who: [message.data.author], title: undefined },
        { message, news: { kind: 'restored', toSeq: message.data.to_seq } },
      );
    case 'preview':
      return onPreview(history, message);
    case 'deleted':
      return { ...history, isDeleted: true };
    default:
      // No other message, including those of a newer service, shows something new or begins a chapter.
      return history;
  }
}

/** A restore or a fork that nothing has followed yet is a frame as well; this is for display only and not folded further. */
export function settled(history: History): History {
  return history.pending.append ? closed(history, history.head) : history;
}

function onRun(before: History, message: MessageOf<'run'>): History {
  const { data } = message;
  const history = {
    ...before,
    appName: data.app_name ?? before.appName,
    previewUrl: data.preview_url ?? before.previewUrl,
  };
  switch (data.status) {
    case 'requested':
      return opened(history, { kind: 'run', who: whoOf(data.user_id), title: data.prompt }, { message });
    case 'revising':
      return opened(history, { kind: 'revision', who: whoOf(data.user_id), title: data.instruction }, { message });
    case 'forked':
      return opened(
        history,
        { kind: 'fork', who: whoOf(data.user_id), title: data.prompt },
        { message, news: { kind: 'forked', from: data.from } },
      );
    case 'retrying':
    case 'cancelling':
    case 'estimated':
    case 'budget_reached':
      return history;
  }
}

function onProgress(history: History, message: MessageOf<'progress'>): History {
  const { stage, stage_status, plan, screens_added = [] } = message.data;
  const { pending } = history;
  if (plan) {
    const named = { ...history, appName: plan.app_name };
    return history.frames.some(({ news }) => news.kind !== 'plan')
      ? named
      : withFrame(named, message, { kind: 'plan', plan });
  }
  const isFirst = stage === 'generating_base' && stage_status === 'succeeded';
  const screens = [...pending.screens, ...screens_added];
  const next = { ...history, pending: { ...pending, screens, isWhole: pending.isWhole || isFirst } };
  if (isFirst) return withFrame(next, message, { kind: 'first-light', screens });
  if (screens_added.length > 0 && pending.isWhole) return withFrame(next, message, { kind: 'screens', screens });
  return next;
}

function onEnd(history: History, message: MessageOf<'complete' | 'error' | 'cancelled'>): History {
  const index = chapterOfRun(history, message.run);
  const outcome: Chapter['outcome'] = message.type === 'error' ? 'failed' : message.type;
  const chapters = history.chapters.map((chapter, at) => (at === index ? { ...chapter, outcome } : chapter));
  const ended = { ...history, chapters };
  const hasChanged = history.pending.paths.length > 0 && history.pending.isWhole;
  return hasChanged ? withFrame(ended, message, newsOfEnd(message, chapters[index])) : ended;
}

function newsOfEnd(message: MessageOf<'complete' | 'error' | 'cancelled'>, chapter: Chapter | undefined): FrameNews {
  if (message.type !== 'complete') return { kind: 'stopped', why: message.type === 'error' ? 'failed' : 'cancelled' };
  if (chapter?.kind === 'revision' && chapter.title !== undefined)
    return { kind: 'revised', instruction: chapter.title };
  return { kind: 'finished', appName: message.data.app_name };
}

function onFile(history: History, message: MessageOf<'file'>): History {
  const { data } = message;
  const paths = data.op === 'renamed' ? [data.from, data.to] : [data.path];
  const pending = { ...history.pending, paths: union(history.pending.paths, paths) };
  const next = { ...history, pending };
  const authors = data.op === 'written' ? (data.authors ?? [data.author]) : [data.author ?? ''];
  const isEdit = !pending.append && authors.some(isPersons) && history.frames.some(({ news }) => news.kind !== 'plan');
  return isEdit ? onEdit(next, message, { paths, who: authors.filter(isPersons) }) : next;
}

function onPreview(history: History, { data }: MessageOf<'preview'>): History {
  if (data.state === 'published') return { ...history, previewUrl: data.preview_url };
  if (data.state === 'troubled' && data.source !== 'bundle') return history;
  const trouble = data.state === 'troubled' ? data.message : undefined;
  const last = history.frames.at(-1);
  const frames = last ? [...history.frames.slice(0, -1), { ...last, trouble }] : history.frames;
  return { ...history, frames, pending: { ...history.pending, trouble } };
}

function whoOf(userId: string | undefined): readonly string[] {
  return [userId === undefined ? 'anonymous' : `user:${userId}`];
}
