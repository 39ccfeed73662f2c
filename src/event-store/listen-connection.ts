import type { ClientConfig } from 'pg';
import { Client } from 'pg';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** The callbacks of a LISTEN connection. */
export interface ListenEvents {
  readonly onNotice: (payload: string) => void;
  /** The connection is back. Notifications sent in the meantime are lost. */
  readonly onReconnect: () => void;
  readonly onError: (error: unknown) => void;
}

/** A dedicated connection that LISTENs on one channel and reconnects by itself. */
export class ListenConnection {
  private client: Client | undefined;
  private reconnectTimer: NodeJS.Timeout | undefined;
  private pauseMs = FIRST_PAUSE_MS;
  private isClosed = false;

  constructor(
    private readonly connection: ClientConfig,
    private readonly channel: string,
    private readonly events: ListenEvents,
  ) {}

  /**
   * Resolves when it is listening.
   * @throws the error of pg if the first attempt fails
   */
  async open(): Promise<void> {
    const client = new Client({ ...this.connection, keepAlive: true });
    client.on('error', this.events.onError);
    client.on('notification', ({ payload = '' }) => {
      this.events.onNotice(payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
    } catch (error) {
      await client.end().catch(this.events.onError);
      throw error;
    }
    client.once('end', () => {
      this.reopenLater();
    });
    this.client = client;
    if (this.isClosed) await client.end();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.reconnectTimer);
    await this.client?.end();
  }

  private reopenLater(): void {
    if (!this.isClosed) this.reconnectTimer = setTimeout(() => void this.reopen(), this.pauseMs);
  }

  private async reopen(): Promise<void> {
    try {
      await this.open();
      this.pauseMs = FIRST_PAUSE_MS;
      this.events.onReconnect();
    } catch (error) {
      this.events.onError(error);
      this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
      this.reopenLater();
    }
  }
}
