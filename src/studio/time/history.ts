import type { PlanSummary } from '../../contract/messages/progress-message.js';

/** What a stretch of the history came from. */
export type ChapterKind = 'run' | 'revision' | 'fork' | 'edit' | 'restore';

/** A run, a revision, an editing session … : who, what, when, and the moments of it at which something could be seen. */
export interface Chapter {
  readonly kind: ChapterKind;
  /** The first message of it. */
  readonly seq: number;
  readonly run: number;
  /** The prompt or the instruction; undefined for edits and restores. */
  readonly title: string | undefined;
  /** `user:<id>`, `anonymous`. */
  readonly who: readonly string[];
  readonly at: string;
  readonly outcome: 'open' | 'complete' | 'failed' | 'cancelled';
}

/** What happened just before a frame. */
export type FrameNews =
  | { readonly kind: 'plan'; readonly plan: PlanSummary }
  | { readonly kind: 'first-light'; readonly screens: readonly string[] }
  | { readonly kind: 'screens'; readonly screens: readonly string[] }
  | { readonly kind: 'finished'; readonly appName: string }
  | { readonly kind: 'revised'; readonly instruction: string }
  | { readonly kind: 'stopped'; readonly why: 'failed' | 'cancelled' }
  | { readonly kind: 'edited'; readonly paths: readonly string[] }
  | { readonly kind: 'restored'; readonly toSeq: number }
  | { readonly kind: 'forked'; readonly from: { readonly project_id: string; readonly seq: number } };

/** A moment at which something can be seen: the plan before there is an app, later the app itself. */
export interface Frame {
  /** The moment to look at, restore or fork. */
  readonly seq: number;
  readonly at: string;
  /** Index of its chapter. */
  readonly chapter: number;
  readonly who: readonly string[];
  readonly news: FrameNews;
  /** Paths that changed since the frame before. */
  readonly paths: readonly string[];
  /** Why this version does not compile, as far as the log knows; undefined where it does. */
  readonly trouble: string | undefined;
}

/** How an app came to be: a fold of the log's messages. */
export interface History {
  readonly chapters: readonly Chapter[];
  readonly frames: readonly Frame[];
  readonly appName: string | undefined;
  readonly previewUrl: string | undefined;
  readonly head: number;
  readonly isDeleted: boolean;
  /** Since the last frame. */
  readonly pending: Pending;
}

interface Pending {
  readonly paths: readonly string[];
  readonly screens: readonly string[];
  /** Whether the run of now has an app that can be opened: before that its files are pieces. */
  readonly isWhole: boolean;
  /** Of the bundle, while it is open. */
  readonly trouble: string | undefined;
  /** What began with these files: they come in the same append, with the same `at`. */
  readonly append: { readonly at: string; readonly news: FrameNews; readonly who: readonly string[] } | undefined;
}

const NOTHING_PENDING: Pending = { paths: [], screens: [], isWhole: false, trouble: undefined, append: undefined };

export const NO_HISTORY: History = {
  chapters: [],
  frames: [],
  appName: undefined,
  previewUrl: undefined,
  head: 0,
  isDeleted: false,
  pending: NOTHING_PENDING,
};

/** Whether the app itself can be opened at this frame. */
export function hasApp({ news }: Frame): boolean {
  return news.kind !== 'plan';
}

/** The newest frame at or before `seq`; undefined where there is none yet. */
export function frameAt(frames: readonly Frame[], seq: number): Frame | undefined {
  return frames.findLast((frame) => frame.seq <= seq);
}

/** The newest version up to this frame that compiles, as far as the log knows. */
export function lastWhole(frames: readonly Frame[], index: number): Frame | undefined {
  return frames.slice(0, index + 1).findLast((frame) => hasApp(frame) && frame.trouble === undefined);
}

export function isPersons(author: string): boolean {
  return author === 'anonymous' || author.startsWith('user:');
}
