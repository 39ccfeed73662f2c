/** A fact to append. `data` is plain JSON. */
export interface NewEvent {
  readonly type: string;
  readonly data: object;
  /** The run of the project it belongs to, from 1; 0 outside runs. */
  readonly run: number;
  /** Who caused it: `user:<id>`, `driver`, `instance:<id>` … */
  readonly actor: string;
}

/** A fact in the log. */
export interface StoredEvent extends NewEvent {
  /** In commit order over all streams, from 1, without gaps but where streams were trimmed: the projections' cursor. */
  readonly position: number;
  /** The stream: a project id, or `presence:<instance>`. */
  readonly streamId: string;
  /** Gap-free within the stream, starting at 1 or after the trimmed part: the viewers' cursor. */
  readonly seq: number;
  /** ISO 8601 with milliseconds, UTC; the time the store took it. */
  readonly at: string;
}

/** A hint that a stream has grown, from this process or another. May come late, twice, or for nothing: the table is the truth. */
export interface Doorbell {
  /** The streams that grew; `undefined` when any may have (after the listener lost its connection). */
  readonly streamIds: ReadonlySet<string> | undefined;
}

/** Words beside the log for who listens now, in this process or another: nothing keeps them, and they may get lost. */
export interface Notice {
  /** The stream it is about; `undefined`: the log itself, so everyone. */
  readonly streamId: string | undefined;
  readonly data: {
    /** Stable: `stage_running`, `run_stalled`, `chunk`, `log_unavailable`, `log_available`. */
    readonly code: string;
    /** For a person. */
    readonly message: string;
    readonly [more: string]: unknown;
  };
}

/** The stream was not at the seq that the append expected: read on, decide again. */
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

/**
 * The log: append with an expected seq, read, and hear that there is more. Implementations: Postgres, in memory; both
 * run the same contract suite.
 */
export abstract class EventStore {
  /**
   * Appends all of `events` or none, directly after `expectedSeq` (0: a new stream). Durable when it resolves.
   * @throws VersionConflict when the stream's last seq differs.
   * @throws LogUnavailable when the log cannot be reached; the append may or may not have been stored.
   */
  abstract append(streamId: string, expectedSeq: number, events: readonly NewEvent[]): Promise<readonly StoredEvent[]>;

  /** Why the last append did not reach the log; undefined once one has. */
  abstract appendFailure(): string | undefined;

  /**
   * Takes away the stream's events below `beforeSeq`, and all of the `others`, for good: for a project that was deleted. What is left
   * keeps its seq and position; readers meet the gap. @returns how many went
   */
  abstract erase(streamId: string, beforeSeq: number, others: readonly string[]): Promise<number>;

  /** The stream's events with seq above `afterSeq` (default 0), in order; at most `limit` (default: all). */
  abstract read(streamId: string, options?: { afterSeq?: number; limit?: number }): Promise<readonly StoredEvent[]>;

  /** All streams' events with position above `afterPosition`, in commit order; at most `limit`. Never skips one that commits late. */
  abstract readAll(afterPosition: number, limit: number): Promise<readonly StoredEvent[]>;

  /** The stream's last seq; 0 if there is no such stream. */
  abstract headSeq(streamId: string): Promise<number>;

  /** The same of several streams, in their order. */
  abstract headSeqs(streamIds: readonly string[]): Promise<readonly number[]>;

  /**
   * Forgets the stream's events up to and with `upToSeq`, but never its last one: its head stays what it is. For the streams of edited
   * texts, behind a version of the file. Returns how many are gone.
   * @throws ProjectStreamKept for a project's stream, which is never trimmed
   */
  abstract trim(streamId: string, upToSeq: number): Promise<number>;

  /** The last position in the log; 0 when it is empty. */
  abstract headPosition(): Promise<number>;

  /** Calls `onBell` after appends by anyone until the returned function is called. Subscribe before reading: then nothing is missed. */
  abstract listen(onBell: (bell: Doorbell) => void): () => void;

  /** Tells who listens for notices of the stream, on every instance. Never throws, never waits. */
  abstract notify(streamId: string, data: Notice['data']): void;

  /** Calls `onNotice` for what anyone notifies of, and when the log stops to answer or answers again. */
  abstract listenToNotices(onNotice: (notice: Notice) => void): () => void;
}

/** The log could not be reached. Whether a running append reached it is not known: read the stream again before trying again. */
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
