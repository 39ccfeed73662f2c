import { Injectable, Logger } from '@nestjs/common';
import { readProject } from '../commands/read-project.js';
import type { FileProblem } from '../contract/texts.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import type { SourceFile } from '../generation/app-files.js';
import { FileNotFound } from '../generation/errors.js';
import { Checkpoints } from './checkpoints.js';
import { FileTypes } from './file-types.port.js';

/** The types are checked after this long without a change in the project. */
const PAUSE_MS = 1_000;

const SOURCE = /\.(?:tsx?|json)$/;
const CHECKED = /\.tsx?$/;

type OnFound = (projectId: string, path: string, version: number, problems: readonly FileProblem[]) => void;

/** Checks the types of open files when typing pauses, with one check per project at a time. */
@Injectable()
export class TypeWatch {
  readonly #logger = new Logger('Editing');
  readonly #stopping = new AbortController();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #running = new Map<string, Promise<void>>();
  #openPaths: (projectId: string) => readonly string[] = () => [];
  #onFound: OnFound = () => undefined;

  constructor(
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    private readonly checkpoints: Checkpoints,
    private readonly types: FileTypes,
  ) {}

  /** Calls `onFound` for each of `openPaths` that was checked, even if nothing is wrong. */
  onFound(openPaths: (projectId: string) => readonly string[], onFound: OnFound): void {
    this.#openPaths = openPaths;
    this.#onFound = onFound;
  }

  /** Schedules a check: something changed that may affect the types in the project. */
  touched(projectId: string): void {
    if (this.#stopping.signal.aborted) return;
    clearTimeout(this.#waiting.get(projectId));
    this.#waiting.set(
      projectId,
      setTimeout(() => this.#paused(projectId), PAUSE_MS),
    );
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    await Promise.all(this.#running.values());
  }

  #paused(projectId: string): void {
    this.#waiting.delete(projectId);
    if (this.#running.has(projectId)) {
      this.touched(projectId);
      return;
    }
    const check = this.#check(projectId)
      .catch((error: unknown) => {
        if (!this.#stopping.signal.aborted) this.#logger.warn(`The types were not checked: ${String(error)}`);
      })
      .finally(() => this.#running.delete(projectId));
    this.#running.set(projectId, check);
  }

  async #check(projectId: string): Promise<void> {
    const open = this.#openPaths(projectId).filter((path) => CHECKED.test(path));
    const versions = new Map<string, number>();
    for (const path of open) {
      const version = await this.#countingVersion(projectId, path);
      if (version !== undefined) versions.set(path, version);
    }
    if (versions.size === 0) return;
    const found = await this.types.problemsOf(
      await this.#sources(projectId),
      [...versions.keys()],
      this.#stopping.signal,
    );
    for (const [path, problems] of found ?? []) this.#onFound(projectId, path, versions.get(path) ?? 0, problems);
  }

  /** The version of the text if its file has the same content; undefined if the gate refuses the text, because it does not parse. */
  async #countingVersion(projectId: string, path: string): Promise<number | undefined> {
    try {
      const { edited, problems } = await this.checkpoints.write(projectId, path);
      return problems.length === 0 ? edited.version : undefined;
    } catch (error) {
      if (error instanceof FileNotFound) return undefined; // Deleted in the meantime.
      throw error;
    }
  }

  async #sources(projectId: string): Promise<readonly SourceFile[]> {
    const { files } = await readProject(this.store, projectId);
    const refs = Object.values(files).filter(({ path }) => SOURCE.test(path));
    const contents = await this.blobs.get(refs.map(({ sha256 }) => sha256));
    return refs.map(({ path }, index) => ({ path, content: String(contents[index] ?? '') }));
  }
}
