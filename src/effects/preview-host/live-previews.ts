import { pastOfLabel } from '../workspace/workspace.port.js';

export interface LiveLimits {
  /** Most projects whose previews are held built at once. */
  readonly maxLive: number;
  /** Most open pages of one project. */
  readonly maxPages: number;
  /** Most past versions of one project that stay built without an open page. */
  readonly maxPast: number;
  /** How long a preview without an open page stays built. */
  readonly idleMs: number;
}

export const LIVE_LIMITS: LiveLimits = { maxLive: 250, maxPages: 100, maxPast: 4, idleMs: 60_000 };

interface Live {
  pages: number;
  usedAt: number;
}

/**
 * Which previews are in use, by label: absent → (asked for) live → (no page open for a while) idle → suspended, which is
 * absent again; the next request builds it again.
 */
export class LivePreviews {
  readonly #live = new Map<string, Live>();
  #crowded: () => void = () => undefined;

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

  /** A request uses the preview. False if it may not be built (see RefusedBuilds), or the maximum of previews is open in pages; try again later. */
  use(label: string): boolean {
    if (this.isRefused(label)) return false;
    const live = this.#live.get(label);
    if (live) live.usedAt = this.now();
    else if (!this.#hasRoom()) return false;
    else this.#add(label);
    return true;
  }

  /** A page opens its socket for live updates. False if the project has too many. */
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

  /** Calls back as soon as more past versions of a project are built than stay so: `takeIdle` then takes some. */
  onCrowded(listener: () => void): void {
    this.#crowded = listener;
  }

  /** Takes out those to be suspended: idle for long enough, or too many, in all or of one project's past, the longest unused first. */
  takeIdle(): readonly string[] {
    const unwatched = [...this.#live]
      .filter(([, { pages }]) => pages === 0)
      .sort(([, a], [, b]) => a.usedAt - b.usedAt);
    const surplus = this.#live.size - this.limits.maxLive;
    const pasts = this.#surplusPasts(unwatched.map(([label]) => label));
    const idle = unwatched.filter(
      ([label, { usedAt }], index) => index < surplus || pasts.has(label) || this.now() - usedAt >= this.limits.idleMs,
    );
    for (const [label] of idle) this.#live.delete(label);
    return idle.map(([label]) => label);
  }

  #add(label: string): void {
    this.#live.set(label, { pages: 0, usedAt: this.now() });
    const past = pastOfLabel(label);
    if (past && this.#pastsOf(past.label, [...this.#live.keys()]).length > this.limits.maxPast) this.#crowded();
  }

  /** @param unwatched the longest unused first */
  #surplusPasts(unwatched: readonly string[]): ReadonlySet<string> {
    const projects = new Set(unwatched.flatMap((label) => pastOfLabel(label)?.label ?? []));
    const surplus = [...projects].flatMap((project) =>
      this.#pastsOf(project, unwatched).slice(0, -this.limits.maxPast),
    );
    return new Set(surplus);
  }

  #pastsOf(project: string, labels: readonly string[]): readonly string[] {
    return labels.filter((label) => pastOfLabel(label)?.label === project);
  }

  /** Room is also what an unwatched one would make: the next `takeIdle` ends it. */
  #hasRoom(): boolean {
    return [...this.#live.values()].filter(({ pages }) => pages > 0).length < this.limits.maxLive;
  }
}
