import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { errorCode, errorMessage } from '../../processes/error-code.js';
import type { PhoneSite } from './phone-site.js';

/** Anyone on the network may connect, so nobody may hold a connection without sending a request. */
const REQUEST_LIMITS = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000 };
const MAX_CONNECTIONS = 1_000;

export interface PhoneListenerOptions {
  /** `0.0.0.0` for phones on the network, `127.0.0.1` if there is only a tunnel. */
  readonly host: string;
  /** 0: the system chooses. */
  readonly port: number;
  /** Whether a port that is taken is replaced by a free one, and that is said. */
  readonly mayMove: boolean;
  readonly site: PhoneSite;
}

/** The one listener that other machines may reach: previews and nothing else. */
export class PhoneListener {
  readonly #logger = new Logger('PhonePreview');
  #server: Promise<Server> | undefined;
  #port: number | undefined;

  constructor(private readonly options: PhoneListenerOptions) {}

  /** The port; it begins to listen with the first call. @throws what the system says where no port at all can be had */
  async port(): Promise<number> {
    // The reason why it could not listen (no file descriptor left) may be gone by the next call.
    this.#server ??= this.#listen().catch((error: unknown) => {
      this.#server = undefined;
      throw error;
    });
    this.#port = ((await this.#server).address() as AddressInfo).port;
    return this.#port;
  }

  /** Whether it listens at this port. */
  isAt(port: number): boolean {
    return port === this.#port;
  }

  async close(): Promise<void> {
    const server = await this.#server;
    if (!server?.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  async #listen(): Promise<Server> {
    const { host, port, mayMove } = this.options;
    try {
      return await this.#listenOn(port);
    } catch (error) {
      if (!mayMove || port === 0 || !['EADDRINUSE', 'EACCES'].includes(String(errorCode(error)))) throw error;
      const server = await this.#listenOn(0);
      const { port: other } = server.address() as AddressInfo;
      this.#logger.warn(
        `PHONE_PORT ${port} of ${host} is not available (${errorMessage(error)}): until the next start, phones reach previews at port ${other}.`,
      );
      return server;
    }
  }

  async #listenOn(port: number): Promise<Server> {
    const { host, site } = this.options;
    const server = createServer(REQUEST_LIMITS, (request, response) => site.handleRequest(request, response));
    server.maxConnections = MAX_CONNECTIONS;
    server.on('upgrade', (request, socket, head) => site.handleUpgrade(request, socket, head));
    server.listen(port, host);
    await once(server, 'listening');
    return server;
  }
}
