import { extname, join } from 'node:path';
import { minimalEnvironment } from '../../processes/child-environment.js';
import { type OwnedChild, startOwned } from '../../processes/owned-child.js';
import { packageRoot } from '../../processes/package-root.js';
import { type GateAnswer, type GateQuestion, READY } from './gate-messages.js';

/** The memory limit for its objects; beyond it, Node ends the process. */
const MAX_HEAP_MB = 256;
/** As a fork has it; a debugger listens for one process only. */
const INHERITED = process.execArgv.filter((option) => !option.startsWith('--inspect'));
/** The program beside this file, compiled as this file is. */
const PROGRAM = join(import.meta.dirname, `gate-process${extname(import.meta.filename)}`);

export interface ReaderLimits {
  /** The longest that one file may take. */
  readonly fileMs: number;
  /** The longest that the process may take to begin. */
  readonly startMs: number;
}

/** A process that reads files in the order in which they come. */
export class Reader {
  /** Resolves when it takes questions, or has ended before it did. */
  readonly ready: Promise<void>;
  /** Resolves with how it ended. */
  readonly ended: Promise<string>;
  isReady = false;
  readonly #child: OwnedChild;
  readonly #started = Promise.withResolvers<void>();
  #deadline: NodeJS.Timeout | undefined;
  #lateAfterMs: number | undefined;

  constructor(
    private readonly limits: ReaderLimits,
    onAnswer: (answer: GateAnswer) => void,
  ) {
    const args = [...INHERITED, `--max-old-space-size=${MAX_HEAP_MB}`, PROGRAM];
    this.#child = startOwned(process.execPath, args, { cwd: packageRoot(), env: minimalEnvironment(), messages: true });
    this.#child.process.on('message', (message) => {
      if (message !== READY) {
        onAnswer(message as GateAnswer);
        return;
      }
      clearTimeout(this.#deadline);
      this.isReady = true;
      this.#started.resolve();
    });
    this.#child.process.on('error', () => {
      // It has gone, or is about to: `ended` says how.
    });
    this.ready = this.#started.promise;
    this.ended = this.#child.ended.then((how) => this.#afterEnd(how));
    this.expect(limits.startMs);
  }

  send(question: GateQuestion): void {
    this.#child.process.send(question, () => {
      // A question that does not arrive has no answer: `ended` comes instead.
    });
  }

  /** The next answer must come within this time, or the process is ended; without one, nothing is awaited. */
  expect(withinMs: number | undefined = this.limits.fileMs): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => {
      this.#lateAfterMs = withinMs;
      void this.stop();
    }, withinMs);
  }

  expectNothing(): void {
    clearTimeout(this.#deadline);
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }

  #afterEnd(how: string): string {
    clearTimeout(this.#deadline);
    this.#started.resolve();
    if (this.#lateAfterMs !== undefined) return `it took more than ${this.#lateAfterMs / 1000} s`;
    const said = this.#child.output.lastLines(1);
    return said.includes('heap') ? 'it took too much memory' : how;
  }
}
