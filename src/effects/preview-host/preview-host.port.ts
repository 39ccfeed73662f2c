/** Where a project's preview answers. */
export interface PreviewAddress {
  /** In a browser on this machine. */
  readonly web: string;
  /** In Expo Go: `exp://…`. */
  readonly phone?: string;
  /** In a browser on the same network. */
  readonly lan?: string;
  /** Through the tunnel. */
  readonly public?: string;
}

/** A static site that any web server can serve; every route is answered with `index.html`. */
export interface ExportedSite {
  /** The first part of its host name, as of the preview's. */
  readonly label: string;
  readonly url: string;
  /** Paths below the site's root. */
  readonly files: readonly { readonly path: string; readonly content: Buffer }[];
}

/** One process that serves every project's preview. It is notified of each change and watches no files. */
export abstract class PreviewHost {
  /**
   * Resolves when the kit is installed, its transform cache is warm and the process answers; at once if all of this is true already.
   * Callers share one preparation. @throws PreviewUnavailable with what was tried.
   */
  abstract ready(): Promise<void>;

  /** Where the project’s preview answers, or will answer, in a browser on this machine. */
  abstract addressOf(projectId: string): PreviewAddress;

  /**
   * Writes the project's entry files: from then on its address answers, if only with a waiting page. Returns the files that
   * must be passed to `changed`.
   */
  abstract place(projectId: string): Promise<readonly string[]>;

  /** Serves the project: places its entry files and tells the process. Idempotent. */
  abstract open(projectId: string): Promise<PreviewAddress>;

  /** Tells the process which of the project's files changed or went; resolves when it knows. */
  abstract changed(
    projectId: string,
    change: { changed: readonly string[]; removed: readonly string[] },
  ): Promise<void>;

  /** Resolves when no build or hot update of the project is running, including those for changes already reported. */
  abstract settled(projectId: string): Promise<void>;

  /**
   * Resolves when the project's web bundle compiled, holds every one of `paths`, and its page answered 200 through the
   * same proxy as a viewer's request. @throws PreviewBroken with file and line where they are known,
   * PreviewAway when its process dies again and again.
   */
  abstract check(projectId: string, paths: readonly string[], signal: AbortSignal): Promise<void>;

  /**
   * The project as it is now as a static site: the production bundle, its assets and a page. The first export of a kit takes
   * up to a minute, later ones a second. @throws PreviewBroken, PreviewUnavailable
   */
  abstract exportSite(projectId: string, signal: AbortSignal): Promise<ExportedSite>;

  /**
   * Builds the project's web bundle, so that the next request for it, or a live update, finds it built. Callers share one build,
   * as long as the preview is not suspended.
   */
  abstract build(projectId: string): Promise<void>;

  /** The project's folder is gone: the process forgets all of it, without waiting for one that is not up. */
  abstract forget(projectId: string): Promise<void>;

  /** Ends the project's graphs; its URL answers again when asked for. */
  abstract close(projectId: string): Promise<void>;
}

/** The preview process cannot be had: the kit did not install, or the process does not stay up. */
export class PreviewUnavailable extends Error {
  readonly code = 'preview_unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PreviewUnavailable';
  }
}

/** The project's code does not compile or its page does not answer. */
export class PreviewBroken extends Error {
  readonly code = 'preview_broken';
  constructor(
    message: string,
    readonly at?: { file: string; line?: number; column?: number },
  ) {
    super(message);
    this.name = 'PreviewBroken';
  }
}
