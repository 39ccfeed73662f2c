import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import type { PreviewProxy } from './preview-proxy.js';

/** A loopback listener of our own behind the preview proxy, so that a check takes the same path as a viewer's request. */
export class CheckListener {
  #server: Promise<Server> | undefined;

  constructor(private readonly proxy: PreviewProxy) {}

  /** The listener's port; it begins to listen with the first call. */
  async port(): Promise<number> {
    this.#server ??= this.#listen();
    const address = (await this.#server).address();
    if (address === null || typeof address === 'string') throw new Error('The listener for checks has been closed.');
    return address.port;
  }

  async close(): Promise<void> {
    const server = await this.#server;
    if (!server?.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  async #listen(): Promise<Server> {
    const server = createServer((request, response) => {
      if (!this.proxy.handleRequest(request, response)) response.writeHead(404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }
}
