const LONGEST_WAIT_MS = 25;
/** Flushing takes at most a fifth of the time: the more a flush costs, the more of a burst is collected for it. */
const REST_PER_WORK = 4;
/** Timers are no finer than this. */
const SHORTEST_WAIT_MS = 1;

type PacerState = 'idle' | 'waiting' | 'flushing' | 'flushing, and nudged' | 'stopped';

/** Flushes at once after a rest; in a burst, collects for up to 25 ms. Never runs two flushes at a time. */
export class Pacer {
  #state: PacerState = 'idle';
  #notBefore = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param flush must not reject */
  constructor(private readonly flush: () => Promise<void>) {}

  /** There is something to flush. */
  nudge(): void {
    if (this.#state === 'flushing') this.#state = 'flushing, and nudged';
    if (this.#state !== 'idle') return;
    const waitMs = this.#notBefore - performance.now();
    if (waitMs < SHORTEST_WAIT_MS) void this.#run();
    else {
      this.#state = 'waiting';
      this.#timer = setTimeout(() => void this.#run(), waitMs);
    }
  }

  stop(): void {
    this.#state = 'stopped';
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#state = 'flushing';
    const began = performance.now();
    await this.flush();
    const ended = performance.now();
    this.#notBefore = ended + Math.min(LONGEST_WAIT_MS, (ended - began) * REST_PER_WORK);
    this.#rest();
  }

  #rest(): void {
    const isNudged = this.#state === 'flushing, and nudged';
    if (this.#state === 'stopped') return;
    this.#state = 'idle';
    if (isNudged) this.nudge();
  }
}
