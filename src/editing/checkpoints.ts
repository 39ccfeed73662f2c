import { Injectable, Logger } from '@nestjs/common';
import { handle } from '../commands/handle.js';
import { readProject } from '../commands/read-project.js';
import type { FileProblem } from '../contract/texts.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import { editStream } from '../event-store/stream-id.js';
import { FileChanged, FileNotFound } from '../generation/errors.js';
import { EditedTexts, type OpenText } from './edited-texts.js';
import { FileGate } from './file-gate.port.js';

/** The result of writing an edited text: it is now the newest version of its file, or `problems` says why it was not written. */
export interface Checkpoint extends OpenText {
  readonly problems: readonly FileProblem[];
}

/** A text is written into its file after this long without a change … */
const QUIET_MS = 400;
/** … or after this long while somebody keeps typing. */
const LONGEST_MS = 2_000;

interface Waiting {
  readonly projectId: string;
  readonly path: string;
  readonly since: number;
  timer: NodeJS.Timeout;
}

/** Writes edited texts into the stream of the project, where previews, models, the history and other viewers see them. */
@Injectable()
export class Checkpoints {
  readonly #logger = new Logger('Editing');
  readonly #waiting = new Map<string, Waiting>();
  #onProblems: (projectId: string, path: string, version: number, problems: readonly FileProblem[]) => void = () =>
    undefined;

  constructor(
    private readonly texts: EditedTexts,
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    private readonly gate: FileGate,
  ) {}

  /** Called with the problems of a text after each attempt to write it; none if it was written. */
  onProblems(
    listener: (projectId: string, path: string, version: number, problems: readonly FileProblem[]) => void,
  ): void {
    this.#onProblems = listener;
  }

  /** Schedules a write after a change to the text. */
  touched(projectId: string, path: string): void {
    const key = `${projectId}:${path}`;
    const before = this.#waiting.get(key);
    clearTimeout(before?.timer);
    const since = before?.since ?? Date.now();
    const delayMs = Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - Date.now()));
    const timer = setTimeout(() => void this.#writeInTime(key), delayMs);
    this.#waiting.set(key, { projectId, path, since, timer });
  }

  /**
   * Writes the text into its file if it is newer and the gate accepts it. Any instance may do so at any time.
   * @throws FileNotFound, FileNotEditable
   */
  async write(projectId: string, path: string): Promise<Checkpoint> {
    for (;;) {
      const open = await this.texts.open(projectId, path);
      if (open.edited.authors.length === 0) return { ...open, problems: [] };
      const content = open.edited.text.toString();
      const problems = await this.gate.problemsOf({ path, content });
      this.#onProblems(projectId, path, open.edited.version, problems);
      if (problems.length > 0 || !(await this.#store(open, content))) return { ...open, problems };
    }
  }

  /** Writes all texts (or those `among` the given paths) that are newer than their files. Called before something reads the files. */
  async writeAll(projectId: string, among?: readonly string[]): Promise<void> {
    const { files, checkpoints } = await readProject(this.store, projectId);
    const paths = Object.keys(files).filter((path) => among?.includes(path) ?? true);
    const heads = await this.store.headSeqs(paths.map((path) => editStream(projectId, path)));
    const ahead = paths.filter((path, index) => (heads[index] ?? 0) > (checkpoints[path]?.version ?? 0));
    for (const path of ahead) await this.write(projectId, path);
  }

  /** Writes the texts that are still scheduled, before the service ends. */
  async stop(): Promise<void> {
    const waiting = [...this.#waiting.keys()];
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    await Promise.all(waiting.map((key) => this.#writeInTime(key)));
  }

  async #writeInTime(key: string): Promise<void> {
    const waiting = this.#waiting.get(key);
    if (!waiting) return;
    this.#waiting.delete(key);
    const { projectId, path } = waiting;
    await this.write(projectId, path).catch((error: unknown) => this.#note(path, error));
  }

  /** False if the file already has this content. True if the caller must check again: it was written, or another writer was faster. */
  async #store({ project, edited, file }: OpenText, content: string): Promise<boolean> {
    const { projectId } = project;
    const [ref] = await this.blobs.put([Buffer.from(content)]);
    if (!ref) throw new Error('A blob store returns a ref for every content.');
    if (ref.sha256 === file.sha256) return false;
    const written = [{ path: file.path, ...ref, edit_version: edited.version }];
    const { authors } = edited;
    const expected = { [file.path]: file.sha256 };
    const command = { type: 'ChangeFiles', written, removed: [], authors, expected } as const;
    try {
      await handle(this.store, projectId, command, authors[0] ?? 'anonymous');
    } catch (error) {
      if (!(error instanceof FileChanged)) throw error;
    }
    return true;
  }

  #note(path: string, error: unknown): void {
    if (error instanceof FileNotFound) return; // Deleted in the meantime; the changes stay in the stream of the text.
    this.#logger.error(
      `The text of ${path} could not be written into its file`,
      error instanceof Error ? error.stack : String(error),
    );
  }
}
