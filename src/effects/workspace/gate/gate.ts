import { createHash } from 'node:crypto';
import { type AdmittedFile, FileRefused, type SourceFacts, type WorkspaceFile } from '../workspace.port.js';
import { isText, requireAppPath } from '../app-path.js';
import type { Refusal } from './gate-messages.js';
import { GatePool } from './gate-pool.js';
import { boundsProblem } from './source-bounds.js';

/** Files of several whole apps: a publication is admitted before it is stored and written after, and apps share much. */
const MAX_REMEMBERED = 5_000;

/** Every file passes it before it counts, whoever wrote it. What is hard to read is read elsewhere (gate-pool.ts). */
export class Gate {
  /** Facts of what has passed, by a hash of path and content. */
  readonly #passed = new Map<string, SourceFacts | undefined>();

  constructor(private readonly pool = new GatePool()) {}

  warm(): void {
    this.pool.warm();
  }

  /** @throws PathRefused, FileRefused for the first file that may not pass; GateUnavailable */
  async admit(files: readonly WorkspaceFile[]): Promise<readonly AdmittedFile[]> {
    for (const { path } of files) requireAppPath(path);
    const outcomes = await Promise.allSettled(files.map((file) => this.#admitOne(file)));
    return outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  }

  /** Ends its processes. */
  stop(): Promise<void> {
    return this.pool.stop();
  }

  async #admitOne(file: WorkspaceFile): Promise<AdmittedFile> {
    const key = keyOf(file);
    if (this.#passed.has(key)) return admitted(file, this.#passed.get(key));
    const tooMuch = isText(file.path) ? boundsProblem(file.content.toString()) : undefined;
    if (tooMuch !== undefined) throw new FileRefused(file.path, tooMuch);
    const reading = await this.pool.read(file.path, file.content);
    if ('refusal' in reading) throw refused(file.path, reading.refusal);
    const { facts, content } = reading;
    const passed = content ? { path: file.path, content } : file;
    this.#remember(keyOf(passed), facts);
    return admitted(passed, facts);
  }

  #remember(key: string, facts: SourceFacts | undefined): void {
    this.#passed.set(key, facts);
    const [oldest] = this.#passed.keys();
    if (this.#passed.size > MAX_REMEMBERED && oldest !== undefined) this.#passed.delete(oldest);
  }
}

function admitted({ path, content }: WorkspaceFile, facts: SourceFacts | undefined): AdmittedFile {
  return { path, content, ...(facts && { facts }) };
}

function refused(path: string, { why, at, more }: Refusal): FileRefused {
  return new FileRefused(
    path,
    why,
    at,
    more.map((each) => refused(path, each)),
  );
}

function keyOf({ path, content }: WorkspaceFile): string {
  return createHash('sha256').update(path).update('\0').update(content).digest('base64');
}
