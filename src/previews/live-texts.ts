import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { EditRooms } from '../editing/edit-rooms.js';
import { EditedTexts } from '../editing/edited-texts.js';
import { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { FileRefused, Workspace } from '../effects/workspace/workspace.port.js';
import { FileNotFound } from '../generation/errors.js';

/** A text is shown once it has been quiet for this long … */
const QUIET_MS = 100;
/** … or after this time, if somebody keeps typing. */
const LONGEST_MS = 250;

/** A text that has changed but is not shown yet. */
interface Waiting {
  readonly projectId: string;
  readonly path: string;
  readonly since: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * Shows what people type in previews before it becomes a version of its file. Not while a run is active: it would take
 * half-typed code for its own mistake.
 */
@Injectable()
export class LiveTexts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('Workspace');
  readonly #waiting = new Map<string, Waiting>();
  /** By project: only one writer at a time may write to its folder. */
  readonly #turns = new Map<string, Promise<void>>();
  /** The version of the text that is in the project's folder. */
  readonly #shown = new Map<string, number>();
  #isStopping = false;

  constructor(
    private readonly rooms: EditRooms,
    private readonly texts: EditedTexts,
    private readonly workspace: Workspace,
    private readonly previewHost: PreviewHost,
  ) {}

  onApplicationBootstrap(): void {
    this.rooms.onTouched((projectId, path) => this.#touched(projectId, path));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await Promise.all(this.#turns.values());
  }

  /** Does the work while no typed text is written to the project's folder. */
  async inTurn<T>(projectId: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(projectId) ?? Promise.resolve()).then(work);
    const over = turn.then(
      () => undefined,
      () => undefined, // The caller of the turn gets the error.
    );
    this.#turns.set(projectId, over);
    void over.then(() => {
      if (this.#turns.get(projectId) === over) this.#turns.delete(projectId);
    });
    return turn;
  }

  /** The version of the text that this instance has written to the folder; -1: none. */
  shownVersion(projectId: string, path: string): number {
    return this.#shown.get(keyOf(projectId, path)) ?? -1;
  }

  /** Something else has written the file to the folder, or removed it. */
  overwritten(projectId: string, path: string): void {
    this.#shown.delete(keyOf(projectId, path));
  }

  #touched(projectId: string, path: string): void {
    if (this.#isStopping) return;
    const key = keyOf(projectId, path);
    const before = this.#waiting.get(key);
    clearTimeout(before?.timer);
    const since = before?.since ?? Date.now();
    const delayMs = Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - Date.now()));
    this.#waiting.set(key, { projectId, path, since, timer: setTimeout(() => this.#due(key), delayMs) });
  }

  #due(key: string): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    if (!waiting) return;
    const { projectId, path } = waiting;
    this.inTurn(projectId, () => this.#show(projectId, path)).catch((error: unknown) =>
      this.#logger.warn(`The preview does not show what is being typed in ${path}: ${String(error)}`),
    );
  }

  async #show(projectId: string, path: string): Promise<void> {
    try {
      const { edited, project } = await this.texts.open(projectId, path);
      if (project.run?.status === 'active' || this.shownVersion(projectId, path) >= edited.version) return;
      await this.previewHost.settled(projectId);
      const changed = await this.workspace.write(projectId, [{ path, content: edited.text.toString() }]);
      this.#shown.set(keyOf(projectId, path), edited.version);
      if (changed.length > 0) await this.previewHost.changed(projectId, { changed, removed: [] });
    } catch (error) {
      // The preview keeps the last good state; editors learn the reason when the text should become a version.
      if (error instanceof FileRefused || error instanceof FileNotFound) return;
      throw error;
    }
  }
}

function keyOf(projectId: string, path: string): string {
  return `${projectId}:${path}`;
}
