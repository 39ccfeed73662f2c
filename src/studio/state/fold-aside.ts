import type { Aside, NoticeData } from '../../contract/messages/aside.js';
import { isChunk } from '../../contract/messages/server-message.js';
import { currentRun, type ProjectState } from './project-state.js';

/** No more of a file that is being written is kept: only its end is looked at. */
const LONGEST_WRITING = 20_000;

/** The project after a message beside the log. A type that is not handled here does not compile. */
export function foldAside(state: ProjectState, message: Aside): ProjectState {
  switch (message.type) {
    case 'presence':
      return { ...state, watching: message.data };
    case 'preview':
      return { ...state, warmth: message.data };
    case 'notice':
      return noticed(state, message.data);
    case 'chunk':
      return { ...state, writing: writingAfter(state, message.data) };
    // The connection's, the editors' and the asker's own.
    case 'ready':
    case 'alive':
    case 'file_text':
    case 'edits':
    case 'cursors':
    case 'diagnostics':
    case 'error':
      return state;
    default:
      message satisfies never;
      return state;
  }
}

function noticed(state: ProjectState, data: NoticeData): ProjectState {
  if (isChunk(data)) return { ...state, writing: writingAfter(state, data) };
  switch (data.code) {
    case 'stage_running':
      return withMessage(state, data.message);
    case 'log_unavailable':
    case 'run_stalled':
      return { ...state, notice: data.message };
    case 'log_available':
      return { ...state, notice: null };
    default:
      return state;
  }
}

function withMessage(state: ProjectState, message: string): ProjectState {
  const run = currentRun(state);
  if (run?.status !== 'active') return state;
  return { ...state, runs: [...state.runs.slice(0, -1), { ...run, message }] };
}

function writingAfter(
  { writing }: ProjectState,
  { path, text }: { path: string; text: string },
): ProjectState['writing'] {
  const before = writing?.path === path ? writing.text : '';
  return { path, text: (before + text).slice(-LONGEST_WRITING) };
}
