import type { ClientMessage } from '../contract/client-messages.js';
import type { ServerMessage } from '../contract/messages/server-message.js';
import type { SocketLike } from './options.js';

export interface ChannelListener {
  opened(): void;
  message(message: ServerMessage): void;
  /** The service closed the connection for good. */
  refused(reason: string): void;
  /** The connection is gone, or was given up; called once. */
  ended(): void;
}

const OPEN = 1;
const POLICY = 1008;

/** One socket, from its opening to its end. */
export class Channel {
  readonly #socket: SocketLike;
  readonly #watch: ReturnType<typeof setInterval>;
  #heardAt = Date.now();
  #hasEnded = false;

  /** @param aliveMs silence after which it counts as gone: a half-open connection never reports its end */
  constructor(
    open: () => SocketLike,
    aliveMs: number,
    private readonly listener: ChannelListener,
  ) {
    this.#socket = open();
    this.#watch = setInterval(() => {
      if (Date.now() - this.#heardAt > aliveMs) this.#end();
    }, aliveMs / 8);
    this.#socket.addEventListener('open', () => {
      if (!this.#hasEnded) listener.opened();
    });
    this.#socket.addEventListener('message', ({ data }) => this.#hear(data));
    this.#socket.addEventListener('error', () => undefined); // `close` follows
    this.#socket.addEventListener('close', ({ code, reason }) => {
      if (code === POLICY && !this.#hasEnded) listener.refused(reason || 'The service closed the connection (1008).');
      this.#end();
    });
  }

  send(message: ClientMessage): boolean {
    if (this.#hasEnded || this.#socket.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** The listener gets no more calls. */
  close(): void {
    this.#hasEnded = true;
    clearInterval(this.#watch);
    this.#socket.close(1000);
  }

  #hear(data: unknown): void {
    if (this.#hasEnded) return;
    this.#heardAt = Date.now();
    const message = JSON.parse(String(data)) as ServerMessage;
    if (message.type !== 'alive') this.listener.message(message);
  }

  /** Does not wait for the closing handshake: on a half-open connection none comes. */
  #end(): void {
    if (this.#hasEnded) return;
    this.close();
    this.listener.ended();
  }
}
