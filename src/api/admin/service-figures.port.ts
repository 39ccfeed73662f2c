/** Runs that wait for a driver, and those that have one. */
export interface QueueFigures {
  readonly waiting: number;
  readonly active: number;
  /** Of the one that waits longest; null: none does. */
  readonly longest_wait_ms: number | null;
}

/** The preview process of this instance. */
export interface PreviewFigures {
  /** Resident memory. */
  readonly rss_bytes: number;
  /** Bundles that it holds built: one for each preview and platform in use. */
  readonly graphs: number;
}

/** What the running service knows of itself and the log does not, and what can be done about it. */
export abstract class ServiceFigures {
  abstract queue(): Promise<QueueFigures>;

  /** Null while there is no preview process, or it does not answer. */
  abstract previews(): Promise<PreviewFigures | null>;

  /** Frees what the project's preview takes; whoever opens it wakes it. False where a page shows it, or it is not built. */
  abstract suspendPreview(projectId: string): Promise<boolean>;
}
