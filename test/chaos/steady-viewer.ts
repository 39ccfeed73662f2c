import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** A viewer that comes back with `after=<last seq>` whenever it is cut off, to whichever service answers. */
export class SteadyViewer {
  /** The messages of the log, as text, in the order they came. */
  readonly log: string[] = [];
  /** What must not be: a message that came twice, or behind a hole. */
  readonly faults: string[] = [];
  private isClosed = false;
  private socket: WebSocket | undefined;
  private readonly watching: Promise<void>;

  constructor(
    private readonly projectId: string,
    private readonly serviceUrl: () => string | undefined,
  ) {
    this.watching = this.watch();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.socket?.terminate();
    await this.watching;
  }

  /** Cut off by the viewer's own network; it comes back by itself. */
  cut(): void {
    this.socket?.terminate();
  }

  private async watch(): Promise<void> {
    while (!this.isClosed) {
      const url = this.serviceUrl();
      if (url !== undefined) await this.once(url);
      await sleep(50);
    }
  }

  private once(url: string): Promise<void> {
    const after = this.log.length;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/ws/generate/${this.projectId}?after=${after}`);
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.take(data.toString()));
    socket.on('error', () => socket.terminate());
    return new Promise((resolve) => socket.once('close', () => resolve()));
  }

  private take(text: string): void {
    const { seq } = JSON.parse(text) as { seq?: number };
    if (seq === undefined) return;
    if (seq !== this.log.length + 1) this.faults.push(`${this.projectId}: event ${seq} came behind ${this.log.length}`);
    else this.log.push(text);
  }
}
