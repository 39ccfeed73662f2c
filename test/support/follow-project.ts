import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A message received over the socket. */
export interface WireMessage {
  readonly type: string;
  readonly seq?: number;
  readonly error?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A viewer of a project over a real socket, with everything it received. */
export class ProjectViewer {
  /** The messages from the log, as text. */
  readonly log: string[] = [];
  readonly messages: WireMessage[] = [];
  readonly #socket: WebSocket;
  #changed = Promise.withResolvers<void>();

  readonly #closed: Promise<number>;

  private constructor(url: string) {
    this.#socket = new WebSocket(url);
    this.#closed = new Promise((resolve) => this.#socket.once('close', resolve));
    // A killed service resets the connection; the close code shows that as well.
    this.#socket.on('error', () => this.#socket.terminate());
    this.#socket.on('message', (data: Buffer) => {
      const text = data.toString();
      const message = JSON.parse(text) as WireMessage;
      this.messages.push(message);
      if (message.seq !== undefined) this.log.push(text);
      this.#changed.resolve();
      this.#changed = Promise.withResolvers<void>();
    });
  }

  /** Connects; resolves when the socket is open. */
  static async open(serviceUrl: string, projectId: string, after?: number, userId?: string): Promise<ProjectViewer> {
    const query = new URLSearchParams({
      ...(after !== undefined && { after: String(after) }),
      ...(userId !== undefined && { user_id: userId }),
    });
    const url = `${serviceUrl.replace('http', 'ws')}/api/v1/ws/generate/${projectId}?${query.toString()}`;
    const viewer = new ProjectViewer(url);
    await once(viewer.#socket, 'open');
    return viewer;
  }

  send(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  start(prompt: string): void {
    this.send({ action: 'start', prompt });
  }

  /** Resolves with the first message that matches, received already or later. */
  async until(fits: (message: WireMessage) => boolean): Promise<WireMessage> {
    for (;;) {
      const changed = this.#changed.promise;
      const found = this.messages.find(fits);
      if (found) return found;
      await changed;
    }
  }

  /** Resolves with the last message of the run, whatever its result. */
  end(): Promise<WireMessage> {
    return this.until(({ type, seq }) => seq !== undefined && ['complete', 'error', 'cancelled'].includes(type));
  }

  /** Resolves with the close code when the connection ends: 1001, 1006 … */
  closeCode(): Promise<number> {
    return this.#closed;
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.#closed;
  }
}
