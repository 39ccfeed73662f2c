import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Duplex } from 'node:stream';

import { uncompiled } from '../processes/uncompiled.js';
import { minimalEnvironment } from '../processes/child-environment.js';
import { type OwnedChild, startOwned } from '../processes/owned-child.js';
import { TypeCheckUnavailable } from './type-checker.port.js';

const PIPE_FD = 4;

/** The kit's compiler as a child that keeps what it has parsed of the kit: the first answer takes seconds, later ones less. */
export class CompilerProcess {
  hasEnded = false;
  readonly #child: OwnedChild;
  readonly #pipe: Duplex;
  readonly #lines: ReturnType<typeof createInterface>;
  /** Rejects with why, once it has gone. */
  readonly #gone: Promise<never>;

  constructor(hostDir: string) {
    this.#child = startOwned(process.execPath, [uncompiled('type-checker', 'check-types.cjs')], {
      cwd: hostDir,
      env: minimalEnvironment(),
      pipes: 1,
    });
    this.#pipe = pipeOf(this.#child);
    this.#lines = createInterface({ input: this.#pipe });
    this.#gone = this.#child.ended.then((how) => {
      this.hasEnded = true;
      throw new TypeCheckUnavailable(`the compiler ended (${how}). ${this.#child.output.lastLines(3)}`);
    });
    this.#gone.catch(() => {
      // Whoever asks hears of it.
    });
  }

  /** One question at a time. @throws TypeCheckUnavailable where the process ends instead of answering */
  async ask(question: object): Promise<unknown> {
    const answered = once(this.#lines, 'line') as Promise<[string]>;
    this.#pipe.write(`${JSON.stringify(question)}\n`);
    const [line] = await Promise.race([answered, this.#gone]);
    return JSON.parse(line);
  }

  /** Resolves when it has gone. */
  stop(): Promise<void> {
    return this.#child.stop();
  }
}

function pipeOf(child: OwnedChild): Duplex {
  const pipe = child.stdio[PIPE_FD];
  if (!(pipe instanceof Duplex)) throw new Error('The compiler has no pipe.');
  pipe.on('error', () => {
    // The child has gone: how it ended says more.
  });
  return pipe;
}
