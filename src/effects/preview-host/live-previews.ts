export interface LiveLimits {
  /** Most projects whose previews are held built at once. */
  readonly maxLive: number;
  /** Most open pages of one project. */
  readonly maxPages: number;
  /** How long a preview without an open page stays built. */
  readonly idleMs: number;
}

export const LIVE_LIMITS: LiveLimits = { maxLive: 250, maxPages: 100, idleMs: 60_000 };

interface Live {
  pages: number;
  usedAt: number;
}

/**
 * Which previews are in use, by label: absent → (asked for) live → (no page open for a while) idle → suspended, which is
 * absent again; the next request builds it anew.
 */
export class LivePreviews {
  readonly #live = new Map<string, Live>();

  constructor(
    private readonly limits: LiveLimits = LIVE_LIMITS,
    private readonly now: () => number = () => performance.now(),
    readonly isRefused: (label: string) => boolean = () => false,
  ) {}

  get size(): number {
    return this.#live.size;
  }

  isLive(label: string): boolean {
    return this.#live.has(label);
  }

  /** It is asked for something. False where it may not be built (see RefusedBuilds), or all the previews there may be are open in pages; ask again later. */
  use(label: string): boolean {
    if (this.isRefused(label)) return false;
    const live = this.#live.get(label);
    if (live) live.usedAt = this.now();
    else if (!this.#hasRoom()) return false;
    else this.#live.set(label, { pages: 0, usedAt: this.now() });
    return true;
  }

  /** A page opens its socket for live updates. False where the project has too many. */
  openPage(label: string): boolean {
    if (!this.use(label)) return false;
    const live = this.#live.get(label);
    if (!live || live.pages >= this.limits.maxPages) return false;
    live.pages += 1;
    return true;
  }

  closePage(label: string): void {
    const live = this.#live.get(label);
    if (!live) return;
    live.pages -= 1;
    live.usedAt = this.now();
  }

  /** Takes this one out. False where it is not live, or open in a page. */
  takeUnwatched(label: string): boolean {
    return this.#live.get(label)?.pages === 0 && this.#live.delete(label);
  }

  /** Takes out those to be suspended: idle for long enough, or too many, the longest unused first. */
  takeIdle(): readonly string[] {
    const unwatched = [...this.#live]
      .filter(([, { pages }]) => pages === 0)
      .sort(([, a], [, b]) => a.usedAt - b.usedAt);
    const surplus = this.#live.size - this.limits.maxLive;
    const idle = unwatched.filter(
      ([, { usedAt }], index) => index < surplus || this.now() - usedAt >= this.limits.idleMs,
    );
    for (const [label] of idle) this.#live.delete(label);
    return idle.map(([label]) => label);
  }

  /** Room is also what an unwatched one would make: the next `takeIdle` ends it. */
  #hasRoom(): boolean {
    return [...this.#live.values()].filter(({ pages }) => pages > 0).length < this.limits.maxLive;
  }
}
