import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { errorCode, errorMessage } from '../error-code.js';
import type { HotRelay } from './hot-relay.js';
import type { PhoneSite } from './phone-site.js';
import { splitPath } from './phone-paths.js';

export interface PhoneListenerOptions {
  /** `0.0.0.0` for the phones of a network, `127.0.0.1` for a tunnel alone. */
  readonly host: string;
  /** 0: the system chooses. One that is taken is replaced by a free one, and that is said. */
  readonly port: number;
  readonly site: PhoneSite;
  readonly hot: HotRelay;
}

/** The one listener that other machines may reach: previews and nothing else. */
export class PhoneListener {
  readonly #logger = new Logger('PhonePreview');
  #server: Promise<Server> | undefined;
  #port: number | undefined;

  constructor(private readonly options: PhoneListenerOptions) {}

  /** The port; it begins to listen with the first call. @throws what the system says where no port at all can be had */
  async port(): Promise<number> {
    // What kept it from listening (no file descriptor left) may have passed by the next call.
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
    this.options.hot.close();
    if (!server?.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  async #listen(): Promise<Server> {
    const { host, port } = this.options;
    try {
      return await this.#listenOn(port);
    } catch (error) {
      if (port === 0 || !['EADDRINUSE', 'EACCES'].includes(String(errorCode(error)))) throw error;
      const server = await this.#listenOn(0);
      const { port: other } = server.address() as AddressInfo;
      this.#logger.warn(
        `PHONE_PORT ${port} of ${host} cannot be had (${errorMessage(error)}): phones reach previews at port ${other} until the next start.`,
      );
      return server;
    }
  }

  async #listenOn(port: number): Promise<Server> {
    const { host, site, hot } = this.options;
    const server = createServer((request, response) => site.handleRequest(request, response));
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', (error) => this.#logger.debug(`A phone's socket failed: ${error.message}`));
      if (splitPath(request.url ?? '').segment.split('?')[0] === 'hot') hot.handleUpgrade(request, socket, head);
      else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    });
    server.listen(port, host);
    await once(server, 'listening');
    return server;
  }
}
