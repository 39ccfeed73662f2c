import type { FileRef, PreviewTrouble, RecordedEvent } from './events.js';
import { conflictsAfter, type OpenConflict, type Unedited, uneditedAfter } from './people-edits.js';
import { queueAfter, type QueuedRevision } from './revision-queue.js';
import { evolveRun, forkedRun, newRun, revisionOf, type RunState } from './run-state.js';

/** The newest version of a file, and the seq of the event that wrote it. */
export interface FileVersion extends FileRef {
  readonly seq: number;
}

/** Which version of an edited text a file's version is. */
export interface EditCheckpoint {
  readonly version: number;
  readonly sha256: string;
  /** Of the event that wrote it. */
  readonly seq: number;
}

/** A project, folded from its stream. */
export interface ProjectState {
  readonly projectId: string;
  /** The last event's seq; 0 before the first. */
  readonly seq: number;
  /** The attached driver's epoch; 0 before the first. */
  readonly epoch: number;
  readonly run: RunState | undefined;
  readonly files: Readonly<Record<string, FileVersion>>;
  /** By path: where the text that people edit was last written into the file. */
  readonly checkpoints: Readonly<Record<string, EditCheckpoint>>;
  readonly unedited: Unedited;
  readonly conflicts: readonly OpenConflict[];
  /** Revisions that wait for the end of the active run, in the order of their turns. */
  readonly queue: readonly QueuedRevision[];
  /** The seq of the last event that changed a file; 0 before the first. */
  readonly changedSeq: number;
  readonly isShareRequested: boolean;
  /** The static site that was exported last, and the seq of that. */
  readonly site: { readonly url: string; readonly seq: number } | undefined;
  /** The preview's current errors; none once it has recovered. */
  readonly troubles: readonly PreviewTrouble[];
  /** The project was deleted: only this is left. */
  readonly isDeleted?: true;
}

export function newProject(projectId: string): ProjectState {
  return {
    projectId,
    seq: 0,
    epoch: 0,
    run: undefined,
    files: {},
    checkpoints: {},
    unedited: {},
    conflicts: [],
    queue: [],
    changedSeq: 0,
    isShareRequested: false,
    site: undefined,
    troubles: [],
  };
}

/** The whole stream folded. */
export function foldProject(projectId: string, events: readonly RecordedEvent[]): ProjectState {
  return events.reduce(evolve, newProject(projectId));
}

/** What the project is after the event. */
export function evolve(state: ProjectState, event: RecordedEvent): ProjectState {
  const unedited = uneditedAfter(state.unedited, state.files, event);
  const conflicts = conflictsAfter(state.conflicts, event);
  const next = { ...state, seq: event.seq, unedited, conflicts, queue: queueAfter(state.queue, event) };
  switch (event.type) {
    case 'RevisionRequested':
      return { ...next, run: state.run && revisionOf(state.run, state.files, event) };
    case 'RunRequested':
      return { ...next, run: newRun(event), isShareRequested: false, troubles: [] };
    case 'PreviewTroubled':
      return { ...next, troubles: [...state.troubles, event.data] };
    case 'PreviewHealed':
      return { ...next, troubles: [] };
    case 'DriverAttached':
      return { ...next, epoch: event.data.epoch };
    case 'FileWritten': {
      const { path, sha256, bytes, edit_version: version } = event.data;
      return {
        ...next,
        files: { ...state.files, [path]: { path, sha256, bytes, seq: event.seq } },
        ...(version !== undefined && {
          checkpoints: { ...state.checkpoints, [path]: { version, sha256, seq: event.seq } },
        }),
        changedSeq: event.seq,
      };
    }
    case 'FileRenamed':
    case 'FileConflicted':
    case 'ConflictResolved':
    case 'RevisionQueued':
    case 'RevisionWithdrawn':
      return next;
    case 'Restored':
      return { ...next, run: state.run && { ...state.run, plan: event.data.plan ?? state.run.plan } };
    case 'Forked':
      return { ...next, run: forkedRun(event) };
    case 'FileDeleted': {
      const { [event.data.path]: _gone, ...files } = state.files;
      return { ...next, files, changedSeq: event.seq };
    }
    case 'AssetAdded': {
      const { path, sha256, bytes } = event.data;
      return {
        ...next,
        files: { ...state.files, [path]: { path, sha256, bytes, seq: event.seq } },
        changedSeq: event.seq,
      };
    }
    case 'ShareRequested':
      return { ...next, isShareRequested: true };
    case 'SiteExported':
      return { ...next, isShareRequested: false, site: { url: event.data.url, seq: event.seq } };
    case 'ShareFailed':
      return { ...next, isShareRequested: false };
    case 'ProjectDeleted':
      return { ...newProject(state.projectId), seq: event.seq, isDeleted: true };
    default:
      return { ...next, run: state.run && evolveRun(state.run, event) };
  }
}
