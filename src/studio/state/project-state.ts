import type { Watching, Warmth } from '../../contract/messages/aside.js';
import type { MessageOf } from '../../contract/messages/log-message.js';
import type { PreviewTrouble, PreviewUrls } from '../../contract/preview.js';
import type { Run } from './run.js';

/** A file as it is now. */
export interface FileView {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `blueprint`, a model's name, `user:<id>`, `anonymous`; of a picture: what made it. */
  readonly author: string;
  /** The message that reported this version. */
  readonly seq: number;
  readonly at: string;
}

export type QueuedRevision = MessageOf<'queue'>['data']['queue'][number];
export type OpenConflict = Extract<MessageOf<'conflict'>['data'], { state: 'open' }>;

/** A site is `none` until the app was shared for the first time. */
export interface ShareView {
  readonly state: 'none' | 'exporting' | 'shared' | 'failed';
  /** Of the last copy that was made. */
  readonly url?: string;
  /** Why the last one failed. */
  readonly message?: string;
}

/** What a model is writing just now. */
export interface Writing {
  readonly path: string;
  readonly text: string;
}

/** All that is shown of a project: a fold of its messages, and nothing else. */
export interface ProjectState {
  readonly id: string;
  /** The last message of the log that is in it; 0: none. */
  readonly seq: number;
  /** When that message was made. */
  readonly at: string | null;
  /** All there were, the present one last. */
  readonly runs: readonly Run[];
  readonly files: Readonly<Record<string, FileView>>;
  readonly preview: { readonly url: string; readonly urls: PreviewUrls; readonly run: number } | null;
  /** Where the project is prepared before its first run: it becomes the app by a live update. */
  readonly warmth: Warmth | null;
  readonly trouble: PreviewTrouble | null;
  readonly share: ShareView;
  /** Revisions that wait for the end of the active run. */
  readonly queue: readonly QueuedRevision[];
  readonly conflicts: readonly OpenConflict[];
  readonly isDeleted: boolean;
  readonly watching: Watching;
  /** What the service says by the way, until it is over: that the log does not answer, that a run stands still. */
  readonly notice: string | null;
  readonly writing: Writing | null;
}

export function emptyProject(id: string): ProjectState {
  return {
    id,
    seq: 0,
    at: null,
    runs: [],
    files: {},
    preview: null,
    warmth: null,
    trouble: null,
    share: { state: 'none' },
    queue: [],
    conflicts: [],
    isDeleted: false,
    watching: { viewers: 0, people: [] },
    notice: null,
    writing: null,
  };
}

/** The present run; undefined: there was none yet. */
export function currentRun({ runs }: ProjectState): Run | undefined {
  return runs.at(-1);
}
