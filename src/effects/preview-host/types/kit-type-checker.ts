import { text } from 'node:stream/consumers';
import { Duplex } from 'node:stream';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod';

import { errorMessage } from '../error-code.js';
import { uncompiled } from '../package-root.js';
import type { PreviewPaths } from '../preview-paths.js';
import { minimalEnvironment } from '../process/child-environment.js';
import { type OwnedChild, startOwned } from '../process/owned-child.js';
import { TypeChecker, TypeCheckUnavailable, type TypeProblem } from '../type-checker.port.js';

const PIPE_FD = 4;
/** Some 2 s are usual (facts/models.md); a busy machine takes longer. */
const DEADLINE_MS = 60_000;
/** A check keeps one core busy and takes some 300 MB. */
const AT_ONCE = 1;

const answer = z.union([
  z.array(z.object({ path: z.string(), line: z.int(), column: z.int(), message: z.string() })),
  z.object({ missing: z.string() }),
]);

/** The kit's own compiler, as a child that ends with each check. */
export class KitTypeChecker extends TypeChecker {
  readonly #inTurn = pLimit(AT_ONCE);

  constructor(
    private readonly host: Pick<PreviewPaths, 'hostDir'>,
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
      const child = startOwned(process.execPath, [join(uncompiled('types'), 'check-types.cjs')], {
        cwd: this.host.hostDir,
        env: minimalEnvironment(),
        pipes: 1,
      });
      const expiry = AbortSignal.timeout(this.deadlineMs);
      const stop = (): void => void child.stop();
      const stopping = AbortSignal.any([signal, expiry]);
      stopping.addEventListener('abort', stop, { once: true });
      try {
        const said = await saidBy(child, JSON.stringify({ files, paths }));
        signal.throwIfAborted();
        if (expiry.aborted) throw new TypeCheckUnavailable(`the compiler took more than ${this.deadlineMs / 1000} s.`);
        return problemsIn(said, child);
      } finally {
        stopping.removeEventListener('abort', stop);
        await child.stop();
      }
    });
  }
}

/** What it answers until it ends, whatever way that is. */
async function saidBy(child: OwnedChild, question: string): Promise<string> {
  const pipe = child.stdio[PIPE_FD];
  if (!(pipe instanceof Duplex)) throw new Error('The compiler has no pipe.');
  // A child that dies closes the pipe on us: what it has said until then tells.
  const said = text(pipe).catch(() => '');
  pipe.end(question);
  const [whole] = await Promise.all([said, child.ended]);
  return whole;
}

function problemsIn(said: string, child: OwnedChild): readonly TypeProblem[] {
  let read: z.infer<typeof answer>;
  try {
    read = answer.parse(JSON.parse(said));
  } catch (error) {
    const why = child.output.lastLines(3) || errorMessage(error);
    throw new TypeCheckUnavailable(`the compiler gave no answer. ${why}`, { cause: error });
  }
  if ('missing' in read) throw new TypeCheckUnavailable(`the preview kit has no TypeScript (${read.missing}).`);
  return read;
}
