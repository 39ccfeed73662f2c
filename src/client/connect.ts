import type { ClientMessage } from '../contract/client-messages.js';
import type { Aside } from '../contract/messages/aside.js';
import type { LogMessage } from '../contract/messages/log-message.js';
import { isOfLog, type ServerMessage } from '../contract/messages/server-message.js';
import { Channel } from './channel.js';
import { Polling } from './polling.js';
import { type ConnectOptions, withDefaults } from './options.js';

/**
 * `connecting`: there is no connection; it is tried again and again. `open`: messages arrive as they happen. `polling`:
 * sockets are blocked, so the log is polled every second. `closed`: by `close()`, or refused.
 */
export type ConnectionState = 'connecting' | 'open' | 'polling' | 'closed';

/** The callbacks of a connection. */
export interface ConnectionListener {
  /** A message of the log; each arrives once, in order of `seq`. */
  message?(message: LogMessage): void;
  /** A message outside the log, such as `presence`, `chunk` or `edits`. */
  aside?(message: Aside): void;
  /** Caught up with the log; called after each connection. */
  ready?(head: number): void;
  /** `attempt` counts the tries since the last connection. */
  state?(state: ConnectionState, attempt: number): void;
  /** The service will not let this client in: it is closed. */
  refused?(error: ConnectionRefused): void;
}

/** The service will not let this client in; trying again does not help. */
export class ConnectionRefused extends Error {
  readonly code = 'connection_refused';
  override readonly name = 'ConnectionRefused';
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
/** After this many sockets that never opened, the log is polled. */
const FAILED_SOCKETS = 2;
/** While polling, a socket is tried again after this time. */
const SOCKET_AGAIN_MS = 60_000;

/** Watches a project; reconnects by itself after the last message it received. */
export class ProjectConnection {
  readonly #options: ReturnType<typeof withDefaults>;
  readonly #listeners = new Set<ConnectionListener>();
  #seq: number;
  #state: ConnectionState = 'connecting';
  #attempt = 0;
  #failedSockets = 0;
  #channel: Channel | undefined;
  #polling: Polling | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly projectId: string,
    options: ConnectOptions,
  ) {
    this.#options = withDefaults(options);
    this.#seq = this.#options.after;
    // Gives the caller time to listen before anything happens.
    this.#timer = setTimeout(() => this.#openSocket(), 0);
  }

  /** The last message's place in the log. */
  get seq(): number {
    return this.#seq;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** @returns how to stop listening */
  listen(listener: ConnectionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * False if it was not sent: there is no connection now, or the message needs a socket and the log is polled. The outcome arrives
   * as messages.
   */
  send(message: ClientMessage): boolean {
    if (this.#state === 'closed') return false;
    if (this.#polling) return this.#polling.send(message);
    return this.#channel?.send(message) ?? false;
  }

  close(): void {
    if (this.#state === 'closed') return;
    this.#become('closed');
    clearTimeout(this.#timer);
    this.#polling?.stop();
    this.#channel?.close();
  }

  #openSocket(): void {
    const { base, userId, aliveMs, open } = this.#options;
    const query = new URLSearchParams({ after: String(this.#seq), ...(userId !== undefined && { user_id: userId }) });
    const url = `${base.replace(/^http/, 'ws')}/api/v1/ws/generate/${encodeURIComponent(this.projectId)}?${query.toString()}`;
    let hasOpened = false;
    const beganPolling = this.#state === 'polling';
    const channel = new Channel(() => open(url), aliveMs, {
      opened: () => {
        hasOpened = true;
        this.#failedSockets = 0;
        this.#polling?.stop();
        this.#polling = undefined;
      },
      message: (message) => this.#take(message),
      refused: (reason) => this.#refuse(reason),
      ended: () => {
        if (this.#channel === channel) this.#channel = undefined;
        if (!hasOpened) this.#failedSockets += 1;
        this.#comeBack(beganPolling);
      },
    });
    this.#channel = channel;
  }

  #take(message: ServerMessage): void {
    if (this.#state === 'closed') return;
    if (isOfLog(message)) {
      if (message.seq <= this.#seq) return;
      this.#seq = message.seq;
      this.#tell((listener) => listener.message?.(message));
      return;
    }
    if (message.type === 'ready') {
      this.#attempt = 0;
      this.#become('open');
      this.#tell((listener) => listener.ready?.(message.data.head));
    }
    this.#tell((listener) => listener.aside?.(message));
  }

  /** @param beganPolling the socket that failed was opened while the service answered: another one would fail as well */
  #comeBack(beganPolling: boolean): void {
    if (this.#state === 'closed') return;
    clearTimeout(this.#timer);
    if (this.#state === 'polling') {
      this.#timer = setTimeout(() => this.#openSocket(), beganPolling ? SOCKET_AGAIN_MS : FIRST_WAIT_MS);
      return;
    }
    this.#attempt += 1;
    this.#become('connecting');
    if (this.#failedSockets >= FAILED_SOCKETS && !this.#polling) this.#poll();
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#attempt - 1));
    this.#timer = setTimeout(() => this.#openSocket(), longest * (0.5 + Math.random() / 2));
  }

  /** Sockets are still tried: the first one that opens ends the polling. */
  #poll(): void {
    this.#polling = new Polling(this.projectId, this.#options, {
      seq: () => this.#seq,
      message: (message) => this.#take(message),
      ready: (head) => {
        this.#attempt = 0;
        const isNew = this.#state !== 'polling';
        this.#become('polling');
        if (!isNew) return;
        this.#tell((listener) => listener.ready?.(head));
        // The service may only have been away: then a socket opens now.
        clearTimeout(this.#timer);
        if (!this.#channel) this.#openSocket();
      },
      failed: () => {
        this.#attempt += 1;
        this.#become('connecting');
      },
      refused: (reason) => this.#refuse(reason),
      aside: (aside) => this.#tell((listener) => listener.aside?.(aside)),
    });
  }

  #refuse(reason: string): void {
    if (this.#state === 'closed') return;
    this.close();
    this.#tell((listener) => listener.refused?.(new ConnectionRefused(reason)));
  }

  #become(state: ConnectionState): void {
    if (state === this.#state && state !== 'connecting') return;
    this.#state = state;
    this.#tell((listener) => listener.state?.(state, this.#attempt));
  }

  #tell(what: (listener: ConnectionListener) => void): void {
    for (const listener of [...this.#listeners]) what(listener);
  }
}

/**
 * Watches a project, which need not exist yet: `send({action: 'start', …})` begins it. In browsers the service's own pages need no options;
 * elsewhere `url` says where it is.
 */
export function connect(projectId: string, options: ConnectOptions = {}): ProjectConnection {
  return new ProjectConnection(projectId, options);
}
