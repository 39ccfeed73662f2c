import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EventStore, type NewEvent } from '../event-store/event-store.port.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from './gateway-options.js';

type PresenceType = 'ViewerConnected' | 'ViewerDisconnected';

interface Pending {
  readonly event: NewEvent;
  readonly recorded: () => void;
}

const LARGEST_BATCH = 1_000;
const RETRY_MS = 500;

/**
 * Records viewers that come and go in this instance's own stream `presence:<instanceId>` (data: `{project_id}`), from which the
 * connection view counts. Changes that arrive during an append go into the next one together.
 */
@Injectable()
export class Presence {
  readonly #logger = new Logger('Gateway');
  readonly #streamId: string;
  readonly #actor: string;
  readonly #stopping = new AbortController();
  #pending: Pending[] = [];
  #recording: Promise<void> | undefined;
  /** The stream's last seq, if known. */
  #head: number | undefined;

  constructor(
    private readonly store: EventStore,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {
    this.#streamId = `presence:${options.instanceId}`;
    this.#actor = `instance:${options.instanceId}`;
  }

  /** Resolves when it is durable, or given up at shutdown. */
  connected(projectId: string): Promise<void> {
    return this.#record('ViewerConnected', projectId);
  }

  /** Resolves when it is durable, or given up at shutdown. */
  disconnected(projectId: string): Promise<void> {
    return this.#record('ViewerDisconnected', projectId);
  }

  /** Records what is left; gives up after the grace period when the store does not answer. */
  async stop(): Promise<void> {
    const patience = new AbortController();
    await Promise.race([this.#recording, sleep(this.options.graceMs, undefined, patience).catch(() => undefined)]);
    patience.abort();
    this.#stopping.abort();
  }

  #record(type: PresenceType, projectId: string): Promise<void> {
    const event = { type, data: { project_id: projectId }, run: 0, actor: this.#actor };
    return new Promise((recorded) => {
      this.#pending.push({ event, recorded });
      this.#recording ??= this.#work();
    });
  }

  async #work(): Promise<void> {
    while (this.#pending.length > 0) {
      const batch = this.#pending.splice(0, LARGEST_BATCH);
      await this.#append(batch.map(({ event }) => event));
      for (const { recorded } of batch) recorded();
    }
    this.#recording = undefined;
  }

  /** Tries until it is durable or the service stops. */
  async #append(events: readonly NewEvent[]): Promise<void> {
    let from: number | undefined;
    while (!this.#stopping.signal.aborted) {
      try {
        const head = this.#head ?? (await this.store.headSeq(this.#streamId));
        from ??= head;
        // Nobody else writes here: if the head has moved, the append that seemed to fail was stored.
        if (head === from) await this.store.append(this.#streamId, from, events);
        this.#head = from + events.length;
        return;
      } catch (error) {
        this.#head = undefined;
        this.#logger.warn(`Cannot record who is watching; trying again: ${String(error)}`);
        await sleep(RETRY_MS, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
  }
}
