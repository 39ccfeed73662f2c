/** A line for a person who waits: `progress` 0 to 1 where it is known. */
export interface PreparationStep {
  readonly message: string;
  readonly progress?: number;
}

/** The packages that every app runs on, installed once for all. */
export abstract class Kit {
  /**
   * Resolves when the kit is installed; at once where it is. Callers at the same time, of other processes too, share one installation.
   * @throws what kept it from being installed, for a person; what `signal` was aborted with
   */
  abstract installed(signal: AbortSignal): Promise<void>;
}
