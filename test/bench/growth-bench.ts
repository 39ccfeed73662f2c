import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { handle } from '../../src/commands/handle.js';
import { createService, type Service } from '../../src/create-service.js';
import { Database } from '../../src/event-store/database.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import { testKit } from '../support/kit.js';
import { type Figure, quantile } from './figures.js';

const SIZES = [100, 10_000, 100_000] as const;
const SAMPLES = 100;
const JOINS = 10;
const APPENDED_AT_ONCE = 1_000;
const PAGE = 100;

/** What a command, a status, an events page and a late joiner cost on streams of a hundred to a hundred thousand events. */
export async function benchGrowth(dataDir: string): Promise<readonly Figure[]> {
  const service = await createService({
    PORT: '0',
    DATA_DIR: dataDir,
    KIT_DIR: await testKit(),
    PHONE_PREVIEW: 'off',
  });
  const database = await Database.open({ dataDir, poolSize: 4, log: () => undefined });
  const store = new PostgresEventStore(database.pool, database.connection, (error) => {
    throw error;
  });
  await store.start();
  try {
    for (const size of SIZES) await fill(store, size);
    await untilShown(service);
    const commands = await inTurns(SAMPLES, async (size, index) => {
      const command =
        index % 2 === 0
          ? ({ type: 'ReportTrouble', trouble: { source: 'page', message: 'It broke.' } } as const)
          : ({ type: 'ReportHealed' } as const);
      await handle(store, nameOf(size), command, 'bench');
    });
    const statuses = await inTurns(SAMPLES, (size) => get(service, `/status/${nameOf(size)}`));
    const pages = await inTurns(SAMPLES, (size) => {
      const after = Math.floor(Math.random() * (size - PAGE + 1));
      return get(service, `/api/v1/projects/${nameOf(size)}/events?after=${after}&limit=${PAGE}`);
    });
    const tails = await inTurns(JOINS, async (size) => {
      await join(urlOf(service, size, size - PAGE));
    });
    return [
      row('command', commands),
      row('status', statuses),
      row(`events page of ${PAGE}, anywhere`, pages),
      row(`late join, the last ${PAGE} messages`, tails),
      ...(await wholeJoins(service)),
    ];
  } finally {
    await store.close();
    await database.close();
    await service.close();
  }
}

type Times = Readonly<Record<number, readonly number[]>>;

/** Each size in turn, so that what else the machine does concerns all of them; the first time of each is not counted. */
async function inTurns(count: number, work: (size: number, index: number) => Promise<void>): Promise<Times> {
  const times: Record<number, number[]> = Object.fromEntries(SIZES.map((size) => [size, []]));
  for (let index = -2; index < count; index++) {
    for (const size of SIZES) {
      const began = performance.now();
      await work(size, index);
      if (index >= 0) times[size]?.push(performance.now() - began);
    }
  }
  return times;
}

function row(what: string, times: Times): Figure {
  const medians = SIZES.map((size) => quantile(times[size] ?? [], 0.5));
  const [first = NaN] = medians;
  return {
    what: `growth: ${what}, at 10², 10⁴, 10⁵ events`,
    value: `${medians.map((ms) => ms.toFixed(1)).join(', ')} ms (n=${times[SIZES[0]]?.length ?? 0})`,
    reference: `the last is ${((medians.at(-1) ?? NaN) / first).toFixed(2)} × the first`,
  };
}

/** From the first message on: the first to come, for whom all is read and told, and those after. Beside them the same frames from a server that has them all in memory and does nothing else. */
async function wholeJoins(service: Service): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) {
    const first = await join(urlOf(service, size, 0));
    const bare = await BareServer.of(await framesOf(service, size));
    const joins: Join[] = [];
    const references: Join[] = [];
    for (let count = 0; count < 5; count++) {
      joins.push(await join(urlOf(service, size, 0)));
      references.push(await join(bare.url));
    }
    await bare.close();
    figures.push(wholeJoin(size, first, joins, references));
  }
  return figures;
}

function wholeJoin(size: number, first: Join, joins: readonly Join[], references: readonly Join[]): Figure {
  const medianOf = (all: readonly Join[]): number =>
    quantile(
      all.map(({ ms }) => ms),
      0.5,
    );
  const [ms, bareMs] = [medianOf(joins), medianOf(references)];
  const megabytes = (joins[0]?.bytes ?? 0) / 1e6;
  return {
    what: `growth: late join, all of ${size} events`,
    value: `${ms.toFixed(0)} ms, ${megabytes.toFixed(2)} MB (n=${joins.length}); the very first ${first.ms.toFixed(0)} ms`,
    reference: `the same frames over a bare socket: ${bareMs.toFixed(0)} ms; ${(ms / bareMs).toFixed(2)} ×, the very first ${(first.ms / bareMs).toFixed(2)} ×`,
  };
}

/** Sends each client the same frames, one a message. */
class BareServer {
  private constructor(private readonly server: WebSocketServer) {}

  static async of(frames: readonly string[]): Promise<BareServer> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    server.on('connection', (socket) => {
      for (const frame of frames) socket.send(frame);
    });
    await once(server, 'listening');
    return new BareServer(server);
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }
}

function urlOf(service: Service, size: number, after: number): string {
  return `${service.url.replace(/^http/, 'ws')}/api/v1/ws/generate/${nameOf(size)}?after=${after}`;
}

async function framesOf(service: Service, size: number): Promise<readonly string[]> {
  const frames: string[] = [];
  await join(urlOf(service, size, 0), (frame) => frames.push(frame));
  return frames;
}

interface Join {
  readonly ms: number;
  readonly bytes: number;
}

/** Until everything up to the head has come. */
function join(url: string, heard?: (frame: string) => void): Promise<Join> {
  const began = performance.now();
  const socket = new WebSocket(url);
  let bytes = 0;
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      bytes += data.length;
      heard?.(data.toString());
      if (data.length > 200 || !data.toString().startsWith('{"type":"ready"')) return;
      const ms = performance.now() - began;
      socket.once('close', () => resolve({ ms, bytes }));
      socket.close();
    });
  });
}

async function get(service: Service, path: string): Promise<void> {
  const answer = await fetch(service.url + path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

function nameOf(size: number): string {
  return `grown-${size}`;
}

async function fill(store: PostgresEventStore, size: number): Promise<void> {
  for (let seq = 0; seq < size; seq += APPENDED_AT_ONCE) {
    const count = Math.min(APPENDED_AT_ONCE, size - seq);
    await store.append(
      nameOf(size),
      seq,
      Array.from({ length: count }, (_, index) => factOf(seq + index + 1)),
    );
  }
}

/** A complete app whose sixty files were written again and again. */
function factOf(seq: number): NewEvent {
  const by = { run: 1, actor: 'driver' };
  if (seq === 1) return { ...by, type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' } };
  if (seq === 2) return { ...by, type: 'RunCompleted', data: { app_name: 'Fitness', cost_usd: 0 } };
  const path = `app/(tabs)/screen-${seq % 60}.tsx`;
  const sha256 = seq.toString(16).padStart(64, '0');
  return { ...by, type: 'FileWritten', data: { path, sha256, bytes: 4_096, author: 'blueprint' } };
}

/** Until the views hold all of it: the status of the longest, too, is then read from its view. */
async function untilShown(service: Service): Promise<void> {
  for (const size of SIZES) await get(service, `/api/v1/projects/${nameOf(size)}/files`);
}
