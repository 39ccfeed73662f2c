import pLimit, { type LimitFunction } from 'p-limit';

/** Work on one key is done in turn, on different keys at once. */
export class KeyedTurns {
  readonly #limits = new Map<string, LimitFunction>();

  async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const limit = this.#limits.get(key) ?? pLimit(1);
    this.#limits.set(key, limit);
    try {
      return await limit(work);
    } finally {
      if (limit.activeCount + limit.pendingCount === 0) this.#limits.delete(key);
    }
  }
}
