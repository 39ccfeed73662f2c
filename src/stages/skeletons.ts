import { Logger } from '@nestjs/common';

import { skeletonFiles } from '../blueprint/skeleton-files.js';
import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { Workspace } from '../effects/workspace/workspace.port.js';
import type { PreviewUrls } from '../generation/events.js';

/** The most projects that are kept warm at once; further ones start cold. */
const MAX_WARM = 20;
const REMEMBERED_CLAIMS = 1_000;

/** How far a project without a run is prepared. */
export interface Warmth {
  readonly state: 'warming' | 'warm';
  readonly preview_url: string;
  readonly preview_urls: PreviewUrls;
}

interface Skeleton {
  /** Its files are on disk. */
  readonly placed: Promise<readonly string[]>;
  /** The preview knows them. */
  readonly known: Promise<void>;
}

/**
 * The skeletons of projects that somebody is viewing but nobody has started. (nothing) → warm → skeleton, bundle → claim (a run
 * owns the folder from now on) or release (the folder goes).
 */
export class Skeletons {
  readonly #logger = new Logger('Skeletons');
  readonly #warm = new Map<string, Skeleton>();
  readonly #claimed = new Set<string>();
  readonly #leaving = new Map<string, Promise<void>>();

  constructor(
    private readonly workspace: Workspace,
    private readonly previewHost: PreviewHost,
    private readonly maxWarm = MAX_WARM,
  ) {}

  /** Prepares skeleton and bundle, and reports progress; does nothing if the project has a run or too many are warm. */
  async warm(projectId: string, tell: (warmth: Warmth) => void): Promise<void> {
    if (this.#claimed.has(projectId)) return;
    if (!this.#warm.has(projectId) && this.#warm.size >= this.maxWarm) return;
    const preview_urls = this.previewHost.addressOf(projectId);
    const told = { preview_url: preview_urls.web, preview_urls };
    const skeleton = this.#warm.get(projectId) ?? this.#begin(projectId);
    try {
      await skeleton.placed;
      tell({ state: 'warming', ...told });
      await skeleton.known;
      await this.previewHost.build(projectId);
      if (this.#warm.has(projectId)) tell({ state: 'warm', ...told });
    } catch (error) {
      // Only a convenience: the run makes all of it by itself, and reports failures.
      this.#logger.debug(`${projectId} could not be warmed: ${String(error)}`);
    }
  }

  /** A run takes over the folder; resolves when only the run writes there. */
  async claim(projectId: string): Promise<void> {
    this.#claimed.add(projectId);
    for (const oldest of this.#claimed) {
      if (this.#claimed.size <= REMEMBERED_CLAIMS) break;
      this.#claimed.delete(oldest);
    }
    const skeleton = this.#warm.get(projectId);
    this.#warm.delete(projectId);
    await Promise.allSettled([skeleton?.placed, this.#leaving.get(projectId)]);
  }

  /** Nobody is viewing the project any more: removes what was prepared, unless a run has claimed it. */
  async release(projectId: string): Promise<void> {
    const skeleton = this.#warm.get(projectId);
    if (!skeleton) return;
    this.#warm.delete(projectId);
    const leaving = this.#remove(projectId, skeleton).finally(() => this.#leaving.delete(projectId));
    this.#leaving.set(projectId, leaving);
    await leaving;
  }

  #begin(projectId: string): Skeleton {
    const placed = this.#place(projectId);
    const known = placed.then((changed) => this.previewHost.changed(projectId, { changed, removed: [] }));
    known.catch(() => undefined); // the caller of `warm` gets the error; a claim must not
    const skeleton = { placed, known };
    this.#warm.set(projectId, skeleton);
    return skeleton;
  }

  async #place(projectId: string): Promise<readonly string[]> {
    await this.#leaving.get(projectId);
    const files = await this.workspace.seed(projectId, skeletonFiles());
    return [...files, ...(await this.previewHost.place(projectId))];
  }

  async #remove(projectId: string, { placed }: Skeleton): Promise<void> {
    try {
      await placed;
      await this.workspace.discard(projectId);
      await this.previewHost.forget(projectId);
    } catch (error) {
      this.#logger.warn(`The skeleton of ${projectId} could not be removed: ${String(error)}`);
    }
  }
}
