import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type DynamicModule, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { WebSocket } from 'ws';
import { SpendingLimit } from '../../src/commands/spending-limit.port.js';
import { EditingModule } from '../../src/editing/editing.module.js';
import { WorkspaceModule } from '../../src/effects/workspace/workspace.module.js';
import { BlobStore } from '../../src/event-store/blob-store.port.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { MemoryBlobStore } from '../../src/event-store/memory-blob-store.js';
import { MemoryEventStore } from '../../src/event-store/memory-event-store.js';
import { FirstlightWsAdapter, type WsAdapterOptions } from '../../src/gateway/firstlight-ws-adapter.js';
import { GateModule } from '../../src/previews/gate.module.js';
import { WorkspaceGate } from '../../src/previews/workspace-gate.js';
import { GatewayModule, type WarmerSource } from '../../src/gateway/gateway.module.js';
import type { GatewaySettings } from '../../src/gateway/gateway-options.js';
import { testDoorkeeper } from '../support/doorkeeper.js';

export const INSTANCE = 'test-instance';

@Module({})
class StoreModule {
  static of(store: EventStore, blobs: BlobStore, limit: SpendingLimit): DynamicModule {
    return {
      module: StoreModule,
      global: true,
      providers: [
        { provide: EventStore, useValue: store },
        { provide: BlobStore, useValue: blobs },
        { provide: SpendingLimit, useValue: limit },
      ],
      exports: [EventStore, BlobStore, SpendingLimit],
    };
  }
}

export interface GatewayService {
  readonly app: NestFastifyApplication;
  readonly store: MemoryEventStore;
  readonly blobs: MemoryBlobStore;
  readonly port: number;
  url(projectId: string, query?: string): string;
  connect(projectId: string, query?: string, options?: WebSocket.ClientOptions): Promise<GatewayClient>;
  /** Ends every client and the app; safe to call twice. */
  close(): Promise<void>;
}

/** The gateway in a real Nest application on Fastify, on a port of its own, over a log in memory. */
export async function startGateway(
  settings: Partial<GatewaySettings> = {},
  adapter: Partial<WsAdapterOptions> = {},
  warmer?: WarmerSource,
  limit: SpendingLimit['requireLeft'] = () => Promise.resolve(),
): Promise<GatewayService> {
  const store = new MemoryEventStore();
  const blobs = new MemoryBlobStore();
  const gateway = GatewayModule.forRoot(
    {
      instanceId: INSTANCE,
      ...settings,
    },
    warmer,
  );
  const testing = await Test.createTestingModule({
    imports: [
      StoreModule.of(store, blobs, { requireLeft: limit }),
      WorkspaceModule.forRoot({ hostDir: 'nothing-is-written' }),
      EditingModule.forRoot({ imports: [GateModule], useExisting: WorkspaceGate }),
      gateway,
    ],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useLogger(false);
  app.useWebSocketAdapter(new FirstlightWsAdapter(app, { doorkeeper: testDoorkeeper(), ...adapter }));
  await app.listen(0, '127.0.0.1');
  const { port } = new URL(await app.getUrl());
  const clients = new Set<GatewayClient>();
  const url = (projectId: string, query = ''): string =>
    `ws://127.0.0.1:${port}/api/v1/ws/generate/${projectId}${query}`;
  return {
    app,
    store,
    blobs,
    port: Number(port),
    url,
    async connect(projectId, query, options) {
      const client = new GatewayClient(url(projectId, query), options);
      clients.add(client);
      await client.opened;
      return client;
    },
    async close() {
      for (const { socket } of clients) socket.terminate();
      await app.close();
    },
  };
}

export interface Message {
  readonly type: string;
  readonly seq?: number;
  readonly error?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A viewer: everything it received, and how its connection ended. */
export class GatewayClient {
  readonly socket: WebSocket;
  readonly texts: string[] = [];
  readonly messages: Message[] = [];
  readonly opened: Promise<void>;
  readonly closed: Promise<{ code: number; reason: string }>;

  constructor(url: string, options: WebSocket.ClientOptions = {}) {
    this.socket = new WebSocket(url, options);
    this.socket.on('message', (data: Buffer) => {
      this.texts.push(data.toString());
      this.messages.push(JSON.parse(data.toString()) as Message);
    });
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.on('error', reject);
    });
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  }

  /** The log's messages, as they came. */
  get logTexts(): string[] {
    return this.texts.filter((_text, index) => this.messages[index]?.seq !== undefined);
  }

  seqs(): number[] {
    return this.messages.flatMap(({ seq }) => (seq === undefined ? [] : [seq]));
  }

  ofType(type: string): Message[] {
    return this.messages.filter((message) => message.type === type);
  }

  send(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Waits until what has been received satisfies `isEnough`. @throws if the connection ends before that */
  async until(isEnough: (client: this) => boolean): Promise<this> {
    while (!isEnough(this)) {
      const ended = await Promise.race([this.closed, once(this.socket, 'message').then(() => undefined)]);
      if (ended && !isEnough(this)) throw new Error(`The connection ended too early: ${ended.code} ${ended.reason}`);
    }
    return this;
  }

  /** The next error that answers `message`. */
  async errorTo(message: string | Buffer): Promise<Message> {
    const before = this.ofType('error').length;
    this.socket.send(message);
    await this.until(() => this.ofType('error').length > before);
    const error = this.ofType('error').at(-1);
    if (!error) throw new Error('No error came.');
    return error;
  }

  ready(): Promise<this> {
    return this.until(() => this.ofType('ready').length > 0);
  }
}

export interface UpgradeRefusal {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: { error: string; message: string; suggestion: string; category: string };
}

/** What an upgrade that must be refused is answered with. */
export function refusalOf(url: string, options: WebSocket.ClientOptions = {}): Promise<UpgradeRefusal> {
  const socket = new WebSocket(url, options);
  return new Promise((resolve, reject) => {
    socket.on('error', () => undefined);
    socket.once('open', () => {
      socket.terminate();
      reject(new Error(`${url} was not refused.`));
    });
    socket.once('unexpected-response', (_request, response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.once('end', () => {
        socket.terminate();
        const body = JSON.parse(text) as UpgradeRefusal['body'];
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
  });
}
