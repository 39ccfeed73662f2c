import { ModelError } from '../language-model.port.js';

export interface Patience {
  /** Silence after which a request is given up, in milliseconds. Any byte breaks it: reasoning that nobody sees, a comment. */
  readonly idleMs: number;
  /** The same before the first byte: a slow server on this machine reads the prompt without a word. */
  readonly firstByteMs?: number;
  /** The longest a request may take, in milliseconds. */
  readonly totalMs: number;
}

/** Ends a request that is silent or takes too long: the client's own timeout does neither once the headers are there. */
export class Watchdog {
  readonly #ended = new AbortController();
  readonly #totalTimer: NodeJS.Timeout;
  #idleTimer: NodeJS.Timeout;
  #isFirst = true;
  /** Aborted by the caller, by silence or by the deadline, whichever comes first. */
  readonly signal: AbortSignal;

  constructor(
    private readonly patience: Patience,
    caller: AbortSignal,
  ) {
    const { idleMs, firstByteMs = idleMs, totalMs } = patience;
    this.#idleTimer = this.#afterSilence(firstByteMs);
    this.#totalTimer = setTimeout(() => this.#ended.abort(tooLong(totalMs)), totalMs);
    this.signal = AbortSignal.any([caller, this.#ended.signal]);
  }

  /** Something came. */
  heard(): void {
    if (!this.#isFirst) {
      this.#idleTimer.refresh();
      return;
    }
    this.#isFirst = false;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = this.#afterSilence(this.patience.idleMs);
  }

  stop(): void {
    clearTimeout(this.#idleTimer);
    clearTimeout(this.#totalTimer);
  }

  #afterSilence(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#ended.abort(stalled(ms)), ms);
  }
}

function stalled(ms: number): ModelError {
  return new ModelError(`The model was silent for ${ms / 1000} s. A slow local server needs more: set MODEL_IDLE_MS.`, {
    kind: 'transient',
    code: 'model_stalled',
  });
}

function tooLong(totalMs: number): ModelError {
  return new ModelError(
    `The model took longer than ${totalMs / 1000} s for one answer. Choose a faster model, or set MODEL_TOTAL_MS.`,
    { kind: 'transient', code: 'model_deadline' },
  );
}
