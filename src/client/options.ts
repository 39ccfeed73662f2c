/** A WebSocket, as browsers and Node have it, and the package `ws` too. */
export interface SocketLike {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { readonly code: number; readonly reason: string }) => void): void;
}

export interface ConnectOptions {
  /** Where the service is, `http://localhost:8000`; default: where the page came from. */
  readonly url?: string;
  /** The name to watch and edit under. */
  readonly userId?: string;
  /** Start after this seq; default 0: all messages. */
  readonly after?: number;
  /** A connection that is silent for this long counts as dead; default 40,000 (the service sends something every 30 s). */
  readonly aliveMs?: number;
  /** How often the log is polled if sockets are blocked; default 1,000. */
  readonly pollMs?: number;
  /** Instead of the global `WebSocket`, for Node before 22. */
  readonly WebSocket?: new (url: string) => SocketLike;
}

export interface FullOptions {
  readonly base: string;
  readonly userId: string | undefined;
  readonly after: number;
  readonly aliveMs: number;
  readonly pollMs: number;
  readonly open: (url: string) => SocketLike;
}

export function withDefaults(options: ConnectOptions): FullOptions {
  const { url, userId, after = 0, aliveMs = 40_000, pollMs = 1_000 } = options;
  const here = (globalThis as { location?: { origin: string } }).location?.origin;
  const base = (url ?? here)?.replace(/\/$/, '');
  if (base === undefined)
    throw new TypeError('Say where the service is: connect(projectId, { url: "http://localhost:8000" }).');
  const Socket = options.WebSocket ?? (globalThis as { WebSocket?: new (url: string) => SocketLike }).WebSocket;
  if (!Socket) throw new TypeError('There is no WebSocket here: give one, connect(projectId, { WebSocket }).');
  return { base, userId, after, aliveMs, pollMs, open: (address) => new Socket(address) };
}
