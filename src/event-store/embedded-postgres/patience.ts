/** Pause between two attempts to start the server: the orphaned children of a killed postmaster need a moment to exit. */
export const RESPAWN_PAUSE_MS = 250;
/** The start fails after this long without a sign of life from the server. Crash recovery counts as one. */
const SILENCE_LIMIT_MS = 30_000;
/** The start fails after the server has died this often without another server being the reason. */
const FAILURE_LIMIT = 3;

/** Decides how long to keep trying to start the server. */
export class Patience {
  private lastSignMs = Date.now();
  private lastSpawnMs = 0;
  private failures = 0;

  isOver(): boolean {
    return this.failures >= FAILURE_LIMIT || Date.now() - this.lastSignMs > SILENCE_LIMIT_MS;
  }

  maySpawn(): boolean {
    return Date.now() - this.lastSpawnMs > RESPAWN_PAUSE_MS;
  }

  renew(): void {
    this.lastSignMs = Date.now();
  }

  noteSpawn(): void {
    this.lastSpawnMs = Date.now();
  }

  countFailure(): void {
    this.failures++;
  }
}
