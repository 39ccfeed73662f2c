import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { type INestApplication, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from '../../src/api/api.module.js';
import { httpAdapter } from '../../src/api/http/http-adapter.js';
import { setUpHttp } from '../../src/api/http/set-up-http.js';
import { SharedSites } from '../../src/api/share/shared-sites.js';
import { EditingModule } from '../../src/editing/editing.module.js';
import { pastLabelPattern } from '../../src/effects/workspace/workspace.port.js';
import { kitPackage } from '../../src/effects/kit/kit-package.js';
import { WorkspaceModule } from '../../src/effects/workspace/workspace.module.js';
import { LanguageModelModule } from '../../src/effects/language-model/language-model.module.js';
import { ModelsModule } from '../../src/models/models.module.js';
import { GateModule } from '../../src/previews/gate.module.js';
import { WorkspaceGate } from '../../src/previews/workspace-gate.js';
import { EstimatingModule } from '../../src/estimating/estimating.module.js';
import { EventStoreModule } from '../../src/event-store/event-store.module.js';
import {
  type EventStore,
  EventStore as EventStoreToken,
  type NewEvent,
} from '../../src/event-store/event-store.port.js';
import { ProjectionsModule } from '../../src/projections/projections.module.js';
import { Projections } from '../../src/projections/projections.js';
import { READ_MODELS, type ReadModelName } from '../../src/projections/read-models.js';
import { SpendingModule } from '../../src/spending.module.js';
import { testDoorkeeper } from '../support/doorkeeper.js';
import { testDatabase } from '../support/postgres.js';

export const ALLOWED_ORIGIN = 'http://localhost:5173';
export const VERSION = '0.0.0-test';
/** Of each user. */
export const DAILY_BUDGET_USD = 2;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is JSON. */
  readonly json: Record<string, unknown>;
}

/** The API with real Postgres behind real HTTP. No driver: a run stands still where a test leaves it. */
export interface ApiService {
  readonly app: INestApplication;
  readonly store: EventStore;
  readonly url: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Any method with any body. */
  send(method: string, path: string, body?: string | Buffer, headers?: Record<string, string>): Promise<Answer>;
  /** The bytes of a successful answer. */
  bytes(path: string): Promise<Buffer>;
  /** Sends the path as it stands: fetch would tidy it up first. */
  getRaw(path: string): Promise<{ status: number; text: string }>;
  /** Appends what a driver would have, and waits until every view holds it. */
  happened(streamId: string, events: readonly NewEvent[]): Promise<void>;
  /** Takes the database away. */
  dropDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** @param lookAt where servers of models may be */
export async function startApi(
  instanceId: string,
  lookAt: readonly string[] = [],
  adminToken?: string,
): Promise<ApiService> {
  Logger.overrideLogger(false);
  const database = await testDatabase();
  const app = await listen(database.connectionString, instanceId, { lookAt, adminToken }).catch(
    async (error: unknown) => {
      await database.close();
      throw error;
    },
  );
  const url = await app.getUrl();
  const store = app.get<EventStore>(EventStoreToken);
  let isDropped = false;
  const dropDatabase = async () => {
    isDropped = true;
    await database.close();
  };
  return {
    app,
    store,
    url,
    get: (path, headers = {}) => answer(fetch(url + path, { headers })),
    post: (path, body, headers = {}) => answer(fetch(url + path, { method: 'POST', ...encoded(body, headers) })),
    send: (method, path, body, headers = {}) =>
      answer(
        fetch(url + path, { method, headers, ...(body !== undefined && { body: new Uint8Array(Buffer.from(body)) }) }),
      ),
    bytes: async (path) => {
      const response = await fetch(url + path);
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
      return Buffer.from(await response.arrayBuffer());
    },
    getRaw: (path) => getRaw(url, path),
    happened: (streamId, events) => happened(app, streamId, events),
    dropDatabase,
    close: async () => {
      await app.close();
      if (!isDropped) await dropDatabase();
    },
  };
}

async function listen(
  databaseUrl: string,
  instanceId: string,
  { lookAt, adminToken }: { readonly lookAt: readonly string[]; readonly adminToken: string | undefined },
): Promise<NestFastifyApplication> {
  const imports = [
    EventStoreModule.forRoot({ databaseUrl, dataDir: '', log: () => undefined }),
    ProjectionsModule.forRoot({ instanceId }),
    EstimatingModule.forRoot({ screenBatchSize: 2, budgetUsdPerUserPerDay: DAILY_BUDGET_USD }),
    SpendingModule,
    ModelsModule.forRoot({ set: undefined, writes: undefined }),
    LanguageModelModule.forRoot({ concurrency: 1, idleMs: undefined, totalMs: undefined, price: undefined, lookAt }),
    WorkspaceModule.forRoot({ hostDir: 'nothing-is-written' }),
    EditingModule.forRoot({ imports: [GateModule], useExisting: WorkspaceGate }),
    ApiModule.forRoot({
      version: VERSION,
      previewDomain: 'localhost',
      pastPreviewUrl: (id) => `http://${pastLabelPattern(id)}.localhost:8000`,
      dataDir: tmpdir(),
      kit: kitPackage(),
      adminToken,
    }),
  ];
  const doorkeeper = testDoorkeeper({ corsOrigins: [ALLOWED_ORIGIN] });
  let sites: SharedSites | undefined;
  const adapter = httpAdapter(doorkeeper, (asked, answer) => sites?.handleRequest(asked, answer) ?? false);
  const app = await NestFactory.create<NestFastifyApplication>({ module: class TestModule {}, imports }, adapter);
  setUpHttp(app, { version: VERSION, doorkeeper });
  try {
    await app.listen(0, '127.0.0.1');
    sites = app.get(SharedSites, { strict: false });
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function happened(app: INestApplication, streamId: string, events: readonly NewEvent[]): Promise<void> {
  const store = app.get<EventStore>(EventStoreToken);
  const stored = await store.append(streamId, await store.headSeq(streamId), events);
  const position = stored.at(-1)?.position ?? 0;
  const views = (Object.keys(READ_MODELS) as ReadModelName[]).map((name) =>
    app.get(Projections).caughtUp(name, position),
  );
  await Promise.all(views);
}

/** A string is sent as it stands. */
function encoded(body: unknown, headers: Record<string, string>): RequestInit {
  if (body === undefined) return { headers };
  return {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
}

async function answer(asked: Promise<Response>): Promise<Answer> {
  const response = await asked;
  const body = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const json = isJson && body !== '' ? (JSON.parse(body) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text: body, json };
}

async function getRaw(url: string, path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, agent: false }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, text: body }), reject);
    })
      .on('error', reject)
      .end();
  });
}
