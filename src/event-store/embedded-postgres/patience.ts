/** Between two attempts to start the server: the orphans of a killed postmaster need a moment to go. */
export const RESPAWN_PAUSE_MS = 250;
/** Without any sign of a server for this long, the start fails. Crash recovery counts as a sign. */
const SILENCE_LIMIT_MS = 30_000;
/** After this many deaths of its own that no other server explains, the start fails. */
const FAILURE_LIMIT = 3;

/** How long a start keeps trying. */
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
