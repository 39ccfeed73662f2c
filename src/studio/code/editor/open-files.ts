import type { EditLine } from '../../../client/file-session.js';
import { keepUnsent, type KeptUnsent, takeUnsent } from './kept-unsent.js';
import { OpenFile, type OpenFileListener, type OpenFileState } from './open-file.js';

/** What there is to say of all open files, by path. */
export type OpenFileStates = ReadonlyMap<string, OpenFileState>;

/** The files that are open in tabs, each with its editor. */
export class OpenFiles {
  readonly #files = new Map<string, OpenFile>();
  readonly #listeners = new Set<() => void>();
  #states: OpenFileStates = new Map();
  #unsent: KeptUnsent | undefined;
  readonly #keep = (): void => keepUnsent(this.projectId, this.#allUnsent());

  constructor(
    private readonly projectId: string,
    private readonly line: EditLine,
    private readonly listener: Omit<OpenFileListener, 'changed'>,
  ) {}

  /** What was not sent before a reload is sent now, whichever file is in front. @returns how to close all of it */
  start(): () => void {
    window.addEventListener('pagehide', this.#keep);
    for (const path of Object.keys((this.#unsent ??= takeUnsent(this.projectId)))) this.open(path);
    return () => this.#closeAll();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly states = (): OpenFileStates => this.#states;

  /** The file, opened where it is not yet. */
  open(path: string): OpenFile {
    const open = this.#files.get(path);
    if (open) return open;
    const { [path]: unsent, ...others } = (this.#unsent ??= takeUnsent(this.projectId));
    this.#unsent = others;
    const file = new OpenFile(this.line, path, { ...this.listener, changed: () => this.#changed() }, unsent);
    this.#files.set(path, file);
    this.#changed();
    return file;
  }

  close(path: string): void {
    this.#files.get(path)?.close();
    if (this.#files.delete(path)) this.#changed();
  }

  /** What has not been sent is there again when the view is. */
  #closeAll(): void {
    window.removeEventListener('pagehide', this.#keep);
    this.#keep();
    for (const file of this.#files.values()) file.close();
    this.#files.clear();
    this.#unsent = undefined;
  }

  #allUnsent(): KeptUnsent {
    const unsent = [...this.#files.values()].map((file) => [file.path, file.unsent()] as const);
    return Object.fromEntries(unsent.filter(([, what]) => what !== undefined)) as KeptUnsent;
  }

  #changed(): void {
    this.#states = new Map([...this.#files].map(([path, { state }]) => [path, state]));
    for (const listener of [...this.#listeners]) listener();
  }
}
