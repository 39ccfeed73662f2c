import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

import { Tunnel, type OpenTunnel, type TunnelAgent, type TunnelState } from './tunnel.port.js';

export interface TunnelTiming {
  /** How long a caller waits for the address of a tunnel that is being opened. */
  readonly patienceMs: number;
  readonly openTimeoutMs: number;
  readonly checkEveryMs: number;
  readonly checkTimeoutMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
}

const TIMING: TunnelTiming = {
  patienceMs: 3_000,
  openTimeoutMs: 20_000,
  checkEveryMs: 30_000,
  checkTimeoutMs: 10_000,
  firstRetryMs: 2_000,
  longestRetryMs: 60_000,
};

/** Answered by the phone listener itself, whatever becomes of the preview process. */
const CHECK_PATH = '/status';

/**
 * Keeps one tunnel open: off → (open) opening → up → (a check fails) down → opening …, with longer and longer pauses while
 * it fails. `close` ends all of it for good.
 */
export class KeptTunnel extends Tunnel {
  readonly #logger = new Logger('Tunnel');
  readonly #closing = new AbortController();
  readonly #timing: TunnelTiming;
  #state: TunnelState = { status: 'off' };
  #settled = Promise.withResolvers<void>();
  #keeping: Promise<void> | undefined;

  constructor(
    private readonly agent: TunnelAgent,
    timing: Partial<TunnelTiming> = {},
  ) {
    super();
    this.#timing = { ...TIMING, ...timing };
  }

  override get state(): TunnelState {
    return this.#state;
  }

  override open(port: number): void {
    if (this.#closing.signal.aborted) return;
    this.#keeping ??= this.#keepOpen(port);
  }

  override async url(): Promise<string | undefined> {
    if (this.#state.status === 'opening') {
      await Promise.race([this.#settled.promise, sleep(this.#timing.patienceMs, undefined, { ref: false })]);
    }
    return this.#state.url;
  }

  override async close(): Promise<void> {
    this.#closing.abort();
    await this.#keeping;
    this.#state = { status: 'off' };
  }

  async #keepOpen(port: number): Promise<void> {
    let failures = 0;
    while (!this.#closing.signal.aborted) {
      try {
        await this.#live(port, () => (failures = 0));
      } catch (error) {
        failures += 1;
        this.#down(error, failures);
      }
      await this.#pause(this.#retryMs(failures));
    }
  }

  /** One life of the tunnel; returns when it is closed. @throws why it is down */
  async #live(port: number, onUp: () => void): Promise<void> {
    this.#state = { status: 'opening' };
    const tunnel = await this.#opened(port);
    try {
      await this.#check(tunnel);
      this.#up(tunnel);
      onUp();
      for (;;) {
        await this.#pause(this.#timing.checkEveryMs);
        if (this.#closing.signal.aborted) return;
        await this.#check(tunnel);
      }
    } finally {
      await tunnel.close().catch((error: unknown) => this.#logger.debug(`The tunnel did not close: ${String(error)}`));
    }
  }

  /** One that comes too late, or after the end, is closed again. @throws why there is none */
  async #opened(port: number): Promise<OpenTunnel> {
    const { openTimeoutMs } = this.#timing;
    const opening = this.agent(port);
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(openTimeoutMs)]);
    const tooLate = new Promise<undefined>((resolve) =>
      signal.addEventListener('abort', () => resolve(undefined), { once: true }),
    );
    const tunnel = await Promise.race([opening, tooLate]);
    if (tunnel) return tunnel;
    // Whether it comes or fails now, nobody waits for it any more.
    opening.then((late) => late.close()).catch(() => undefined);
    throw new Error(`It did not open within ${openTimeoutMs / 1000} s.`);
  }

  /** The whole way round: out to the tunnel's address and back into our listener. */
  async #check({ url }: OpenTunnel): Promise<void> {
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(this.#timing.checkTimeoutMs)]);
    // Without this header ngrok's free plan shows its own page first.
    const answer = await fetch(url + CHECK_PATH, { signal, headers: { 'ngrok-skip-browser-warning': '1' } });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  }

  #up({ url }: OpenTunnel): void {
    this.#state = { status: 'up', url };
    this.#settle();
    this.#logger.log(`Previews are public at ${url} (each at its own address).`);
  }

  #down(error: unknown, failures: number): void {
    if (this.#closing.signal.aborted) return;
    const why = error instanceof Error ? error.message : String(error);
    this.#state = { status: 'down', reason: `${why} Trying again every ${this.#timing.longestRetryMs / 1000} s.` };
    this.#settle();
    if (failures === 1) this.#logger.warn(`No public address for previews; trying again: ${why}`);
  }

  #settle(): void {
    this.#settled.resolve();
    this.#settled = Promise.withResolvers<void>();
  }

  #retryMs(failures: number): number {
    return Math.min(this.#timing.firstRetryMs * 2 ** Math.max(0, failures - 1), this.#timing.longestRetryMs);
  }

  async #pause(ms: number): Promise<void> {
    // Rejects only when it is closed, which the loops see by themselves.
    await sleep(ms, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
  }
}
