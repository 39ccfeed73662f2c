import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { INestApplication } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import type { MessageMappingProperties } from '@nestjs/websockets';
import { match, type MatchFunction } from 'path-to-regexp';
import type { Observable } from 'rxjs';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import type { Doorkeeper } from '../doors/doorkeeper.js';
import { type Refusal, refusal, refuseUpgrade } from '../doors/refusal.js';
import { Admission } from './admission.js';
import { farewell } from './farewell.js';
import { bindInbox } from './bind-inbox.js';

export interface WsAdapterOptions {
  /** Checks every upgrade first. */
  readonly doorkeeper: Doorkeeper;
  /** Handles upgrades for previews' hosts: returns true if it did. */
  readonly sites?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

interface Route {
  readonly path: string;
  readonly match: MatchFunction<{ project_id?: string }>;
  readonly server: WebSocketServer;
}

/**
 * Nest's adapter for plain ws, plus what that lacks: paths with parameters, admission on the upgrade, answers to bad
 * messages, one message at a time per client, a proper goodbye. Shares the HTTP server's upgrades with the previews.
 */
export class FirstlightWsAdapter extends WsAdapter {
  readonly #admission: Admission;
  readonly #routes: Route[] = [];
  readonly #http: Server;
  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    this.#upgrade(request, socket, head);

  constructor(
    app: INestApplication,
    private readonly options: WsAdapterOptions,
  ) {
    super(app);
    this.#admission = app.get(Admission);
    this.#http = app.getHttpServer() as Server;
    this.#http.on('upgrade', this.#onUpgrade);
  }

  override create(_port: number, { path, ...options }: ServerOptions & { path: string }): WebSocketServer {
    const server = new WebSocketServer({ ...options, noServer: true });
    this.#routes.push({ path, match: match(path, { sensitive: true }), server });
    return this.bindErrorHandler(server);
  }

  /** A client's broken frame or connection is one line in the log; ws closes it with the code that fits. */
  override bindErrorHandler(server: WebSocketServer): WebSocketServer {
    return server.on('connection', (client) => {
      client.on('error', (error) => {
        this.logger.warn(`A viewer’s connection failed: ${error.message}`);
      });
    });
  }

  override bindMessageHandlers(
    client: WebSocket,
    handlers: MessageMappingProperties[],
    transform: (data: unknown) => Observable<unknown>,
  ): void {
    bindInbox(client, handlers, transform);
  }

  override async close(server: WebSocketServer): Promise<void> {
    await farewell(server.clients, 0);
    server.close();
  }

  override dispose(): Promise<void> {
    this.#http.off('upgrade', this.#onUpgrade);
    this.#routes.length = 0;
    return Promise.resolve();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Nothing else handles an error if the client breaks off here.
    socket.on('error', () => socket.destroy());
    try {
      const decision = this.options.doorkeeper.admit(request);
      if (decision === 'service') this.#route(request, socket, head);
      else if (decision !== 'site') refuseUpgrade(socket, decision);
      else if (!this.options.sites?.(request, socket, head)) refuseUpgrade(socket, unknownPath(this.#routes));
    } catch (error) {
      this.logger.error('An upgrade failed', error instanceof Error ? error.stack : String(error));
      socket.destroy();
    }
  }

  #route(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = URL.parse(`ws://service${request.url ?? '/'}`);
    for (const route of this.#routes) {
      const found = url && matchPath(route.match, url.pathname);
      if (!found) continue;
      const decision = this.#admission.decide(found.project_id ?? '', url.searchParams);
      if ('status' in decision) refuseUpgrade(socket, decision);
      else {
        route.server.handleUpgrade(request, socket, head, (client) => {
          route.server.emit('connection', client, request, decision);
        });
      }
      return;
    }
    refuseUpgrade(socket, unknownPath(this.#routes));
  }
}

/** A path that cannot be decoded ("%E0") counts as an impossible project: an empty id. */
function matchPath(matcher: Route['match'], pathname: string): { project_id?: string } | undefined {
  try {
    const found = matcher(pathname);
    return found ? found.params : undefined;
  } catch {
    return {};
  }
}

function unknownPath(routes: readonly Route[]): Refusal {
  const suggestion = `Connect to ${routes.map(({ path }) => path).join(' or ')}.`;
  return refusal('not_found', 'There is no WebSocket at this path.', { suggestion });
}
