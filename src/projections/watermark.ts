interface Waiter {
  readonly position: number;
  readonly end: (isReached: boolean) => void;
}

/** A position that moves forward, and the callers that wait for it. */
export class Watermark {
  private readonly waiters = new Set<Waiter>();
  private isReleased = false;
  private current = 0;

  get value(): number {
    return this.current;
  }

  moveTo(position: number): void {
    this.current = position;
    for (const waiter of this.waiters) if (waiter.position <= position) waiter.end(true);
  }

  /** True as soon as `position` is reached; false after `timeoutMs`, or once released. */
  wait(position: number, timeoutMs: number): Promise<boolean> {
    if (position <= this.current) return Promise.resolve(true);
    if (this.isReleased) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        end: (isReached) => {
          clearTimeout(timer);
          this.waiters.delete(waiter);
          resolve(isReached);
        },
      };
      const timer = setTimeout(waiter.end, timeoutMs, false);
      this.waiters.add(waiter);
    });
  }

  /** Ends all waiting with false, now and in the future. */
  release(): void {
    this.isReleased = true;
    for (const waiter of this.waiters) waiter.end(false);
  }
}
