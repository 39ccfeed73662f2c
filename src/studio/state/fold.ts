import type { LogMessage, MessageOf } from '../../contract/messages/log-message.js';
import { currentRun, type FileView, type ProjectState } from './project-state.js';
import { beginRun, cancelledRun, completedRun, failedRun, progressedRun, type Run, toldRun } from './run.js';

/** Records of files that no view has been given yet: these are changed in place, all others are copied first. */
type Unseen = WeakSet<object>;

/** The project after several messages, in order. The files are copied once for all of them, not once for each. */
export function foldAll(before: ProjectState, messages: readonly LogMessage[]): ProjectState {
  const unseen: Unseen = new WeakSet();
  return messages.reduce((state, message) => fold(state, message, unseen), before);
}

/** The project after a message of the log. A type that is not handled here does not compile; one that is newer than this page changes nothing. */
export function fold(before: ProjectState, message: LogMessage, unseen: Unseen = new WeakSet()): ProjectState {
  const state = { ...before, seq: message.seq, at: message.at };
  switch (message.type) {
    case 'run':
      return withPreview(withRun(state, message), message.run, message.data);
    case 'progress':
      return withPreview(
        inRun(state, message, (run) => progressedRun(run, message)),
        message.run,
        message.data,
      );
    case 'complete':
      return { ...inRun(state, message, (run) => completedRun(run, message)), writing: null };
    case 'error':
      return { ...inRun(state, message, (run) => failedRun(run, message)), writing: null };
    case 'cancelled':
      return { ...inRun(state, message, (run) => cancelledRun(run, message)), writing: null };
    case 'file':
      return { ...state, files: filesAfter(state.files, message, unseen), writing: null };
    case 'asset':
      return { ...state, files: withFile(state.files, message, message.data, message.data.origin, unseen) };
    case 'preview':
      return previewAfter(state, message);
    case 'share':
      return { ...state, share: shareAfter(state, message) };
    case 'queue':
      return { ...state, queue: message.data.queue };
    case 'conflict':
      return { ...state, conflicts: conflictsAfter(state, message) };
    case 'deleted':
      return { ...state, isDeleted: true };
    case 'restored':
    case 'driver':
      return state;
    default:
      message satisfies never;
      return before;
  }
}

type Files = ProjectState['files'];

function withRun(state: ProjectState, message: MessageOf<'run'>): ProjectState {
  const last = currentRun(state);
  const isNew = last?.number !== message.run;
  const run = { ...toldRun(isNew ? beginRun(message) : last, message), lastSeq: message.seq };
  const { data } = message;
  // A revision that waited has its turn.
  const queue =
    data.status === 'revising' ? state.queue.filter(({ revision }) => revision !== data.revision) : state.queue;
  return { ...state, queue, notice: null, runs: [...(isNew ? state.runs : state.runs.slice(0, -1)), run] };
}

function inRun(state: ProjectState, { run, seq }: LogMessage, change: (run: Run) => Run): ProjectState {
  return {
    ...state,
    runs: state.runs.map((one) => (one.number === run ? { ...change(one), lastSeq: seq } : one)),
  };
}

function withPreview(
  state: ProjectState,
  run: number,
  { preview_url: url, preview_urls: urls }: Pick<MessageOf<'progress'>['data'], 'preview_url' | 'preview_urls'>,
): ProjectState {
  if (url === undefined) return state;
  return { ...state, preview: { url, urls: urls ?? state.preview?.urls ?? { web: url }, run } };
}

function previewAfter(state: ProjectState, { run, data }: MessageOf<'preview'>): ProjectState {
  switch (data.state) {
    case 'published':
      return withPreview(state, run, data);
    case 'troubled': {
      const { state: _state, ...trouble } = data;
      return { ...state, trouble };
    }
    case 'healed':
      return { ...state, trouble: null };
  }
}

function filesAfter(files: Files, message: MessageOf<'file'>, unseen: Unseen): Files {
  const { data } = message;
  switch (data.op) {
    case 'written':
      return withFile(files, message, data, data.author, unseen);
    case 'deleted':
      return without(files, data.path, unseen);
    case 'renamed': {
      const file = files[data.from];
      if (!file) return files;
      return withFile(without(files, data.from, unseen), message, { ...file, path: data.to }, data.author, unseen);
    }
  }
}

function withFile(
  files: Files,
  { seq, at }: LogMessage,
  { path, bytes, sha256 }: Pick<FileView, 'path' | 'bytes' | 'sha256'>,
  author: string,
  unseen: Unseen,
): Files {
  const own = writable(files, unseen);
  own[path] = { path, bytes, sha256, author, seq, at };
  return own;
}

function without(files: Files, path: string, unseen: Unseen): Files {
  const own = writable(files, unseen);
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy without it would be as large
  delete own[path];
  return own;
}

function writable(files: Files, unseen: Unseen): Record<string, FileView> {
  if (unseen.has(files)) return files;
  const copy = { ...files };
  unseen.add(copy);
  return copy;
}

function shareAfter({ share }: ProjectState, { data }: MessageOf<'share'>): ProjectState['share'] {
  const url = data.state === 'shared' ? data.url : share.url;
  return {
    state: data.state,
    ...(url !== undefined && { url }),
    ...(data.state === 'failed' && { message: data.message }),
  };
}

function conflictsAfter({ conflicts }: ProjectState, { data }: MessageOf<'conflict'>): ProjectState['conflicts'] {
  const others = conflicts.filter(({ conflict }) => conflict !== data.conflict);
  return data.state === 'open' ? [...others, data] : others;
}
