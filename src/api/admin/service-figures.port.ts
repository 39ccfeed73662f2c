/** Runs that wait for a driver, and those that have one. */
export interface QueueFigures {
  readonly waiting: number;
  readonly active: number;
  /** The longest current wait; null: none is waiting. */
  readonly longest_wait_ms: number | null;
}

/** The preview process of this instance. */
export interface PreviewFigures {
  /** Resident memory. */
  readonly rss_bytes: number;
  /** Bundles that it keeps built: one per preview and platform in use. */
  readonly graphs: number;
}

/** What the running service knows about itself, but the log does not, and what can be done about it. */
export abstract class ServiceFigures {
  abstract queue(): Promise<QueueFigures>;

  /** Null while there is no preview process, or it does not answer. */
  abstract previews(): Promise<PreviewFigures | null>;

  /** Frees the memory of the project's preview; opening it wakes it. False if a page is showing it, or it is not built. */
  abstract suspendPreview(projectId: string): Promise<boolean>;
}
