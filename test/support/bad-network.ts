import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy between a client and the service that misbehaves on request. */
export class BadNetwork {
  /** Answers upgrades with 400, as some proxies do. */
  refusesSockets = false;
  readonly #sockets = new Set<Socket>();
  readonly #frozen = new WeakSet<Socket>();
  /** Both ends of each WebSocket. */
  readonly #upgraded = new WeakSet<Socket>();

  private constructor(
    private readonly server: Server,
    port: number,
  ) {
    server.on('connection', (client) => this.#join(client, connect({ port, host: '127.0.0.1' })));
  }

  static async before(port: number): Promise<BadNetwork> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new BadNetwork(server, port);
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Stops all traffic on the existing connections without closing them. */
  freeze(): void {
    for (const socket of this.#sockets) this.#frozen.add(socket);
  }

  /** Stops the traffic of WebSockets only; pages and responses still arrive. */
  freezeWebSockets(): void {
    for (const socket of this.#sockets) if (this.#upgraded.has(socket)) this.#frozen.add(socket);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  #join(client: Socket, service: Socket): void {
    this.#pass(client, service, (data) => {
      if (!/upgrade: websocket/i.test(data.toString('latin1'))) return false;
      this.#upgraded.add(client).add(service);
      return this.refusesSockets;
    });
    this.#pass(service, client, () => false);
  }

  #pass(from: Socket, to: Socket, isRefused: (data: Buffer) => boolean): void {
    this.#sockets.add(from);
    from.on('error', () => undefined);
    from.on('data', (data: Buffer) => {
      if (isRefused(data)) from.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      else if (!this.#frozen.has(from)) to.write(data);
    });
    from.on('close', () => {
      this.#sockets.delete(from);
      if (!this.#frozen.has(from)) to.destroy();
    });
  }
}
