import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** When something was last asked of the previews: what can wait, waits for a while without that. */
export class Activity {
  readonly #asked = new EventEmitter<{ asked: [] }>();
  #askedAt = performance.now();

  /** Something is asked: a file has changed, a bundle is wanted. */
  note(): void {
    this.#askedAt = performance.now();
    this.#asked.emit('asked');
  }

  /** Resolves when there has been no request for this long. @throws the reason `signal` was aborted with */
  async untilQuietFor(quietMs: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const restMs = this.#askedAt + quietMs - performance.now();
      if (restMs <= 0) return;
      await sleep(restMs, undefined, { signal, ref: false });
    }
  }

  /** Aborted when something is asked next, or `signal` is. */
  untilAsked(signal: AbortSignal): AbortSignal {
    const stopping = new AbortController();
    once(this.#asked, 'asked', { signal }).then(
      () => stopping.abort(new Error('The previews are in use.')),
      (error: unknown) => stopping.abort(error),
    );
    return stopping.signal;
  }
}
