import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

import { pastOfLabel } from '../../workspace/workspace.port.js';

/** The one that is looked at, and the next one of a film. */
const AT_ONCE = 2;
/** The longest that a client which does not read its answer keeps the others waiting. */
const LONGEST_MS = 20_000;

/**
 * Past versions of one project are rebuilt and built a few at a time. A slider that is dragged over fifty of them requests fifty and
 * leaves most of them before their turn: those are never started.
 */
export class PastTurns {
  readonly #turns = new Map<string, LimitFunction>();

  constructor(private readonly longestMs = LONGEST_MS) {}

  /** Does the work in its turn, or never where nobody waits for the answer any more. */
  async inTurn(label: string, response: Pick<ServerResponse, 'destroyed'>, work: () => Promise<void>): Promise<void> {
    const project = pastOfLabel(label)?.label ?? label;
    const turns = this.#turns.get(project) ?? pLimit(AT_ONCE);
    this.#turns.set(project, turns);
    let done: Promise<void> | undefined;
    await turns(() => {
      if (response.destroyed) return;
      done = work();
      const isOver = done.catch(() => undefined); // the caller gets the error below
      return Promise.race([isOver, sleep(this.longestMs, undefined, { ref: false })]);
    });
    if (turns.activeCount + turns.pendingCount === 0) this.#turns.delete(project);
    await done;
  }
}
