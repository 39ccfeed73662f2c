import pLimit from 'p-limit';
import { z } from 'zod';

import { rejectionOf } from '../processes/rejection-of.js';
import { TypeChecker, TypeCheckUnavailable, type TypeProblem } from './type-checker.port.js';
import { CompilerProcess } from './compiler-process.js';

/** Some 2 s are usual (facts/models.md); a busy machine takes longer. */
const DEADLINE_MS = 60_000;
/** A check keeps one core busy. */
const AT_ONCE = 1;
/** The compiler takes about 300 MB: it stays only for the repairs and for concurrent runs. */
const IDLE_MS = 20_000;

const answer = z.union([
  z.array(
    z.object({
      path: z.string(),
      line: z.int(),
      column: z.int(),
      message: z.string(),
      isMinor: z.boolean().exactOptional(),
    }),
  ),
  z.object({ missing: z.string() }),
]);

/**
 * The kit's own compiler, in a process that ends when nothing was checked for a while. It reads the kit's types from `hostDir`, the folder
 * of the app that hosts all projects.
 */
export class KitTypeChecker extends TypeChecker {
  readonly #inTurn = pLimit(AT_ONCE);
  #compiler: CompilerProcess | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly hostDir: string,
    private readonly deadlineMs = DEADLINE_MS,
  ) {
    super();
  }

  override check(
    files: readonly { readonly path: string; readonly content: string }[],
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly TypeProblem[]> {
    return this.#inTurn(async () => {
      signal.throwIfAborted();
      clearTimeout(this.#idle);
      if (!this.#compiler || this.#compiler.hasEnded) this.#compiler = new CompilerProcess(this.hostDir);
      const expiry = AbortSignal.timeout(this.deadlineMs);
      try {
        const ended = rejectionOf(AbortSignal.any([signal, expiry]));
        return problemsIn(await Promise.race([this.#compiler.ask({ files, paths }), ended]));
      } catch (error) {
        // It must not continue what it was doing.
        await this.stop();
        signal.throwIfAborted();
        if (!expiry.aborted) throw error;
        throw new TypeCheckUnavailable(`the compiler took more than ${this.deadlineMs / 1000} s.`);
      } finally {
        this.#idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
      }
    });
  }

  /** Ends the compiler, if it is there; the next check starts another. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    const compiler = this.#compiler;
    this.#compiler = undefined;
    await compiler?.stop();
  }
}

/** @throws TypeCheckUnavailable where the kit has no compiler */
function problemsIn(said: unknown): readonly TypeProblem[] {
  const read = answer.parse(said);
  if ('missing' in read) throw new TypeCheckUnavailable(`the preview kit has no TypeScript (${read.missing}).`);
  return read;
}
