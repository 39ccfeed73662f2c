/** A line for a person who is waiting: `progress` 0 to 1 if it is known. */
export interface PreparationStep {
  readonly message: string;
  readonly progress?: number;
}

/** The packages that every app runs on, installed once for all. */
export abstract class Kit {
  /**
   * Resolves when the kit is installed; at once if it already is. Concurrent callers, also in other processes, share one installation.
   * @throws the reason why it could not be installed, in words for a person; the reason `signal` was aborted with
   */
  abstract installed(signal: AbortSignal): Promise<void>;
}
