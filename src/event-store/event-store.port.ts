/** An event to append. `data` is plain JSON. */
export interface NewEvent {
  readonly type: string;
  readonly data: object;
  /** The run of the project, from 1; 0 outside runs. */
  readonly run: number;
  /** Who caused it: `user:<id>`, `driver`, `instance:<id>` … */
  readonly actor: string;
}

/** An event in the log. */
export interface StoredEvent extends NewEvent {
  /** Position in commit order over all streams, from 1. Gaps arise only from trimmed or erased streams. The cursor of projections. */
  readonly position: number;
  /** The stream: a project id, or `presence:<instance>`. */
  readonly streamId: string;
  /** Sequence number in the stream, without gaps, from 1 or after the trimmed part. The cursor of viewers. */
  readonly seq: number;
  /** When the store took it: ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
}

/**
 * A hint that a stream has grown, in this process or another. It may come late, twice or without cause: only the table is
 * authoritative.
 */
export interface Doorbell {
  /** The streams that grew; `undefined` if any may have (after the listener lost its connection). */
  readonly streamIds: ReadonlySet<string> | undefined;
}

/** A message outside the log for those who are listening now, in this process or another. It is not stored and may get lost. */
export interface Notice {
  /** The stream that it concerns; `undefined` if it concerns the log itself, and so everyone. */
  readonly streamId: string | undefined;
  readonly data: {
    /** Stable: `stage_running`, `run_stalled`, `chunk`, `log_unavailable`, `log_available`. */
    readonly code: string;
    /** Text to show to people. */
    readonly message: string;
    readonly [more: string]: unknown;
  };
}

/** The stream was not at the seq that the append expected: read it again and decide again. */
export class VersionConflict extends Error {
  readonly code = 'version_conflict';
  constructor(
    readonly streamId: string,
    readonly expectedSeq: number,
  ) {
    super(`Stream ${streamId} is no longer at seq ${expectedSeq}; read it again and decide again.`);
    this.name = 'VersionConflict';
  }
}

/** The event log. There are two implementations, for Postgres and in memory; both run the same contract suite. */
export abstract class EventStore {
  /**
   * Appends all `events` or none, directly after `expectedSeq` (0: a new stream). Durable when it resolves.
   * @throws VersionConflict if the last seq of the stream differs
   * @throws LogUnavailable if the log cannot be reached; the events may or may not have been stored
   */
  abstract append(streamId: string, expectedSeq: number, events: readonly NewEvent[]): Promise<readonly StoredEvent[]>;

  /** Why the last append did not reach the log; undefined if it did. */
  abstract appendFailure(): string | undefined;

  /**
   * Permanently deletes the events below `beforeSeq` and all events of the `others`, for a project that was deleted. The
   * remaining events keep their seq and position, so readers see a gap.
   * @returns how many events were deleted
   */
  abstract erase(streamId: string, beforeSeq: number, others: readonly string[]): Promise<number>;

  /** The events of the stream with a seq above `afterSeq` (default 0), in order; at most `limit` (default: all). */
  abstract read(streamId: string, options?: { afterSeq?: number; limit?: number }): Promise<readonly StoredEvent[]>;

  /**
   * Events of all streams with a position above `afterPosition`, in commit order; at most `limit`. An event that commits late is
   * never skipped.
   */
  abstract readAll(afterPosition: number, limit: number): Promise<readonly StoredEvent[]>;

  /** The stream's last seq; 0 if there is no such stream. */
  abstract headSeq(streamId: string): Promise<number>;

  /** The last seq of each stream, in the given order. */
  abstract headSeqs(streamIds: readonly string[]): Promise<readonly number[]>;

  /**
   * Deletes the events of the stream up to and including `upToSeq`, but never the last one, so that the last seq stays the same.
   * For streams of edited text whose changes are already in a version of the file.
   * @returns how many events were deleted
   * @throws ProjectStreamKept for the stream of a project, which is never trimmed
   */
  abstract trim(streamId: string, upToSeq: number): Promise<number>;

  /** The last position in the log; 0 when it is empty. */
  abstract headPosition(): Promise<number>;

  /**
   * Calls `onBell` after each append by any process, until the returned function is called. Subscribe before reading, so that
   * nothing is missed.
   */
  abstract listen(onBell: (bell: Doorbell) => void): () => void;

  /** Sends a notice about the stream to its listeners on every instance. Never throws and never waits. */
  abstract notify(streamId: string, data: Notice['data']): void;

  /** Calls `onNotice` for every notice, and when the log stops or resumes answering. */
  abstract listenToNotices(onNotice: (notice: Notice) => void): () => void;
}

/** The log could not be reached. An append in progress may or may not have been stored: read the stream again before you retry. */
export class LogUnavailable extends Error {
  readonly code = 'log_unavailable';
  constructor(cause: unknown) {
    super(
      `The event log cannot be reached (${cause instanceof Error ? cause.message : String(cause)}). ` +
        'An append in progress may or may not have been stored: read the stream again before you repeat it.',
      { cause },
    );
    this.name = 'LogUnavailable';
  }
}
