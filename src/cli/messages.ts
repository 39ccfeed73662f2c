import type { PreviewUrls } from '../generation/events.js';
import type { LogMessage, ProgressData, RunData } from '../generation/messages.js';

/** A message outside the log: it has no seq. */
export interface Aside {
  readonly type: string;
  readonly seq?: undefined;
  readonly error?: string;
  readonly data?: { readonly code?: string; readonly message?: string; readonly suggestion?: string };
}

/** What is read of a `complete` message's data. */
export interface CompleteData {
  readonly app_name: string;
  readonly preview_url: string | null;
  readonly preview_urls: PreviewUrls | null;
  readonly screens_added: readonly string[];
  readonly duration_ms: number;
  readonly notes?: readonly string[];
}

export function progressOf(message: LogMessage): ProgressData | undefined {
  return message.type === 'progress' ? (message.data as ProgressData) : undefined;
}

export function completeOf(message: LogMessage): CompleteData | undefined {
  return message.type === 'complete' ? (message.data as CompleteData) : undefined;
}

export function isEnd(message: LogMessage): boolean {
  return message.type === 'complete' || message.type === 'error' || message.type === 'cancelled';
}

/** Whether the run of the messages up to this one goes on after it; undefined where it says nothing of that. */
export function isActiveAfter(message: LogMessage): boolean | undefined {
  if (isEnd(message)) return false;
  return message.type === 'run' ? (message.data as RunData).run_status === 'active' : undefined;
}

/** The address that a `preview` message publishes. */
export function previewUrlOf(message: LogMessage): string | undefined {
  return message.type === 'preview' ? (message.data as { readonly preview_url?: string }).preview_url : undefined;
}
