import pLimit, { type LimitFunction } from 'p-limit';

/** Limits the concurrent requests with one key, over all runs; the others wait in order. */
export class Turns {
  readonly #limit: LimitFunction;

  constructor(concurrency: number) {
    this.#limit = pLimit(concurrency);
  }

  /** The work's result, once its turn has come. @throws what `signal` was aborted with while it waited: the work never begins */
  take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
    const turn = this.#limit(async () => {
      signal.removeEventListener('abort', leave);
      signal.throwIfAborted();
      return work();
    });
    return Promise.race([turn, left]);
  }
}
