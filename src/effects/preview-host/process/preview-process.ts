import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorMessage } from '../../processes/error-code.js';
import { PreviewUnavailable } from '../preview-host.port.js';
import type { ExpoProcess } from './expo-process.js';
import { Heartbeat, HEARTBEAT, type HeartbeatTiming } from './heartbeat.js';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
const MAX_FAILURES = 4;
const LONG_LIFE_MS = 30_000;

/** Brings up one process, ready to serve. Not called again before the last one has ended. */
export type StartPreview = (signal: AbortSignal) => Promise<ExpoProcess>;

/**
 * Keeps the one preview process up.
 * idle → (ready) starting → up → (it died) starting …; after {@link MAX_FAILURES} short lives in a row → idle, and waiting
 * callers get the reason; the next `ready` tries again. `stop` ends all of it for good.
 */
export class PreviewProcess {
  readonly #logger = new Logger('Preview');
  readonly #stopping = new AbortController();
  #awaited: PromiseWithResolvers<ExpoProcess> | undefined;
  #keeping: Promise<void> | undefined;
  #current: ExpoProcess | undefined;

  /** @param onHung called with the projects that were being built when the process stopped answering, before it is restarted */
  constructor(
    private readonly start: StartPreview,
    private readonly onHung: (projects: readonly string[]) => void = () => undefined,
    private readonly heartbeat: HeartbeatTiming = HEARTBEAT,
  ) {}

  /** The process, if it is up now. */
  get current(): ExpoProcess | undefined {
    return this.#current;
  }

  /** Resolves with the process once it is up. Callers share one start. @throws PreviewUnavailable */
  ready(): Promise<ExpoProcess> {
    if (this.#current) return Promise.resolve(this.#current);
    if (this.#stopping.signal.aborted) return Promise.reject(new PreviewUnavailable('The preview has been stopped.'));
    this.#awaited ??= awaitable();
    this.#keeping ??= this.#keepUp();
    return this.#awaited.promise;
  }

  /** Ends the running process; it restarts by itself. */
  async restart(why: string): Promise<void> {
    this.#warn(`Restarting the preview process: ${why}.`);
    await this.#current?.stop();
  }

  /** Ends the process and its group. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#current?.stop();
    await this.#keeping;
  }

  async #keepUp(): Promise<void> {
    let failures = 0;
    while (!this.#isStopped) {
      const startedAt = performance.now();
      try {
        await this.#live();
        failures = performance.now() - startedAt > LONG_LIFE_MS ? 0 : failures + 1;
      } catch (error) {
        failures += 1;
        if (error instanceof PreviewUnavailable || failures >= MAX_FAILURES) {
          this.#giveUp(error);
          return;
        }
        this.#warn(`The preview process did not start: ${errorMessage(error)}`);
      }
      await this.#pause(delayMs(failures));
    }
    this.#giveUp(new Error('it was stopped'));
  }

  /** One life, from its start to its end. */
  async #live(): Promise<void> {
    const life = await this.start(this.#stopping.signal);
    this.#up(life);
    const heartbeat = new Heartbeat(life, this.heartbeat, (projects) => {
      this.onHung(projects);
      void this.restart('it has stopped answering');
    });
    const why = await life.ended;
    heartbeat.stop();
    this.#down();
    this.#warn(`The preview process ended (${why}); restarting it.`);
  }

  /** Logs nothing while it is being stopped. */
  #warn(message: string): void {
    if (!this.#isStopped) this.#logger.warn(message);
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #pause(ms: number): Promise<void> {
    // Rejects only when it is stopped, which the loop sees by itself.
    await sleep(ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  #up(life: ExpoProcess): void {
    this.#current = life;
    this.#awaited?.resolve(life);
    this.#awaited = undefined;
  }

  #down(): void {
    this.#current = undefined;
    this.#awaited ??= awaitable();
  }

  #giveUp(error: unknown): void {
    const unavailable =
      error instanceof PreviewUnavailable
        ? error
        : new PreviewUnavailable(`The preview process is not running: ${errorMessage(error)}`, { cause: error });
    const awaited = this.#awaited;
    this.#awaited = undefined;
    this.#keeping = undefined; // before anyone is notified: the next `ready` must start again
    awaited?.reject(unavailable);
  }
}

/** A promise that may be rejected while nobody waits for it. */
function awaitable(): PromiseWithResolvers<ExpoProcess> {
  const deferred = Promise.withResolvers<ExpoProcess>();
  deferred.promise.catch(() => undefined);
  return deferred;
}

function delayMs(failures: number): number {
  return failures === 0 ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
}
