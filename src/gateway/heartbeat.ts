import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { reply } from './reply.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from './gateway-options.js';

const MISSES_ALLOWED = 2;
const CLIENTS_PER_TURN = 1_000;

/**
 * Pings every client, and also sends a message, because a page cannot see pings. Cuts off clients that have not answered the last two
 * pings: a half-open connection never reports its end.
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap {
  /** Unanswered pings. */
  readonly #missed = new Map<WebSocket, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(@Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#beat(), this.options.pingMs).unref();
  }

  watch(client: WebSocket): void {
    this.#missed.set(client, 0);
    client.on('pong', () => this.#missed.set(client, 0));
  }

  forget(client: WebSocket): void {
    this.#missed.delete(client);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #beat(): Promise<void> {
    let done = 0;
    for (const [client, missed] of this.#missed) {
      if (missed >= MISSES_ALLOWED) client.terminate();
      else if (client.readyState === client.OPEN) {
        this.#missed.set(client, missed + 1);
        client.ping();
        reply(client, { type: 'alive', data: {} });
      }
      done += 1;
      if (done % CLIENTS_PER_TURN === 0) await nextTurn();
    }
  }
}
