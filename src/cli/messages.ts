import type { PreviewUrls } from '../generation/events.js';
import type { LogMessage, ProgressData } from '../generation/messages.js';

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

/** The address that a `preview` message publishes. */
export function previewUrlOf(message: LogMessage): string | undefined {
  return message.type === 'preview' ? (message.data as { readonly preview_url?: string }).preview_url : undefined;
}
