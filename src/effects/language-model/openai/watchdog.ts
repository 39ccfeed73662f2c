import { ModelError } from '../language-model.port.js';

export interface Patience {
  /** Silence after which a request is given up, in milliseconds. Reasoning that nobody sees breaks it too. */
  readonly idleMs: number;
  /** The longest a request may take, in milliseconds. */
  readonly totalMs: number;
}

/** Ends a request that is silent or takes too long: the client's own timeout does neither once the headers are there. */
export class Watchdog {
  readonly #idle = new AbortController();
  readonly #idleTimer: NodeJS.Timeout;
  readonly #totalTimer: NodeJS.Timeout;
  /** Aborted by the caller, by silence or by the deadline, whichever comes first. */
  readonly signal: AbortSignal;

  constructor({ idleMs, totalMs }: Patience, caller: AbortSignal) {
    this.#idleTimer = setTimeout(() => this.#idle.abort(stalled(idleMs)), idleMs);
    this.#totalTimer = setTimeout(() => this.#idle.abort(tooLong(totalMs)), totalMs);
    this.signal = AbortSignal.any([caller, this.#idle.signal]);
  }

  /** Something came. */
  heard(): void {
    this.#idleTimer.refresh();
  }

  stop(): void {
    clearTimeout(this.#idleTimer);
    clearTimeout(this.#totalTimer);
  }
}

function stalled(idleMs: number): ModelError {
  return new ModelError(
    `The model was silent for ${idleMs / 1000} s. A slow local server needs more: set MODEL_IDLE_MS.`,
    { kind: 'transient', code: 'model_stalled' },
  );
}

function tooLong(totalMs: number): ModelError {
  return new ModelError(
    `The model took longer than ${totalMs / 1000} s for one answer. Choose a faster model, or set MODEL_TOTAL_MS.`,
    { kind: 'transient', code: 'model_deadline' },
  );
}
