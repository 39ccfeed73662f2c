import { Writable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { recorded } from '../../src/commands/read-project.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { MemoryEventStore } from '../../src/event-store/memory-event-store.js';
import { tell } from '../../src/generation/messages.js';
import { newProject } from '../../src/generation/state.js';
import { Hub } from '../../src/gateway/hub.js';
import { ToldPages } from '../../src/gateway/told-pages.js';
import type { Line, Viewer } from '../../src/gateway/viewer.js';

const PROJECT = 'p1';
/** So few messages are kept that who comes late is told the older ones from the store. */
const LIMITS = { maxBufferedBytes: 600, stuckMs: 30_000, keptMessages: 20, instanceId: 'here' };

/** One connection, over a network that makes every so manieth chunk wait a turn (0: none). */
class Connection implements Line {
  readonly socket: Writable;
  #rest = Buffer.alloc(0);
  #chunks = 0;

  constructor(
    slowness: number,
    private readonly onMessage: (text: string) => void,
  ) {
    this.socket = new Writable({
      highWaterMark: 100,
      write: (chunk: Buffer, _encoding, taken) => {
        if (this.isOpen()) this.#receive(chunk);
        this.#chunks += 1;
        if (slowness > 0 && this.#chunks % slowness === 0) setImmediate(taken);
        else taken();
      },
    });
  }

  isOpen(): boolean {
    return !this.socket.destroyed;
  }

  /** What was on its way is lost. */
  close(): void {
    this.socket.destroy();
  }

  #receive(chunk: Buffer): void {
    let bytes = Buffer.concat([this.#rest, chunk]);
    for (let frame = firstFrame(bytes); frame; frame = firstFrame(bytes)) {
      this.onMessage(frame.payload.toString());
      bytes = bytes.subarray(frame.length);
    }
    this.#rest = Buffer.from(bytes);
  }
}

/** A client that connects again and again, and what reached it of the log. */
class Client {
  readonly messages: string[] = [];
  #connection: Connection | undefined;
  #viewer: Viewer | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly after: number,
    private readonly slowness: number,
  ) {}

  connect(after = this.after + this.messages.length): void {
    this.leave();
    this.messages.length = after - this.after;
    this.#connection = new Connection(this.slowness, (text) => {
      if (text.includes('"seq":')) this.messages.push(text);
    });
    this.#viewer = this.hub.join(this.#connection, after);
  }

  leave(): void {
    this.#connection?.close();
    if (this.#viewer) this.hub.leave(this.#viewer);
  }
}

function firstFrame(bytes: Buffer): { payload: Buffer; length: number } | undefined {
  const short = (bytes[1] ?? 0) & 0x7f;
  const header = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < header) return undefined;
  const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < header + size) return undefined;
  return { payload: bytes.subarray(header, header + size), length: header + size };
}

/** Any events will do: here a run that writes files and adds screens. */
function someEvents(from: number, count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index): NewEvent => {
    const n = from + index;
    const event = { run: 1, actor: 'driver' };
    if (n === 1) return { ...event, type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' } };
    if (n % 3 === 0) return { ...event, type: 'ScreenAdded', data: { screen: `Läufe ${n}`, path: `app/${n}.tsx` } };
    const path = `app/${'deep/'.repeat(n % 40)}${n}.tsx`;
    return { ...event, type: 'FileWritten', data: { path, sha256: 'ab'.repeat(32), bytes: n, author: 'blueprint' } };
  });
}

async function messagesFromTheStart(store: MemoryEventStore): Promise<string[]> {
  let state = newProject(PROJECT);
  return recorded(await store.read(PROJECT)).map((event) => {
    const told = tell(state, event);
    state = told.state;
    return JSON.stringify(told.message);
  });
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('join' as const), at: fc.nat(), slowness: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reconnect' as const), who: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('begin anew' as const), who: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 4 }) }) },
);

describe('a hub', () => {
  it('gives whoever joins or reconnects at any moment exactly what who was there from the start got', async () => {
    let joins = 0;
    const scenario = fc.array(step, { minLength: 110, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(scenario, async (steps) => {
        const store = new MemoryEventStore();
        const hub = new Hub(PROJECT, store, new ToldPages(store), LIMITS, {
          deleted: fail,
          failed: fail,
          troubled: fail,
        });
        const clients: { client: Client; after: number }[] = [];
        let head = 0;
        const join = (after: number, slowness: number): void => {
          const client = new Client(hub, after, slowness);
          clients.push({ client, after });
          client.connect();
          joins += 1;
        };
        const reconnect = (who: number, isAnew: boolean): void => {
          const found = clients[who % clients.length];
          found?.client.connect(isAnew ? found.after : undefined);
          joins += 1;
        };

        join(0, 0);
        for (const now of steps) {
          if (now.do === 'append') {
            await store.append(PROJECT, head, someEvents(head + 1, now.count));
            head += now.count;
          } else if (now.do === 'join') join(now.at % (head + 1), now.slowness);
          else if (now.do === 'turns') await turns(now.count);
          else reconnect(now.who, now.do === 'begin anew');
        }

        const all = await messagesFromTheStart(store);
        const isBehind = ({ client, after }: (typeof clients)[number]): boolean =>
          client.messages.length < head - after;
        // A burst may be held back for some milliseconds of the clock, however many turns go by.
        const patience = AbortSignal.timeout(10_000);
        while (clients.some(isBehind) && !patience.aborted) await sleep(1);
        await turns(5);
        for (const { client, after } of clients) {
          expect(client.messages).toEqual(all.slice(after));
          client.leave();
        }
        await hub.stop();
      }),
      { numRuns: 180, endOnFailure: true },
    );
    expect(joins).toBeGreaterThanOrEqual(10_000);
  }, 180_000);

  it('says ready once, behind everything that was committed when the viewer came', async () => {
    const store = new MemoryEventStore();
    await store.append(PROJECT, 0, someEvents(1, 40));
    const hub = new Hub(PROJECT, store, new ToldPages(store), LIMITS, { deleted: fail, failed: fail, troubled: fail });
    const texts: string[] = [];
    const connection = new Connection(1, (text) => texts.push(text));
    const viewer = hub.join(connection, 10);
    viewer.readyFrom(await hub.settle(viewer));
    while (texts.length < 31) await turns(1);
    await turns(5);

    const types = texts.map((text) => JSON.parse(text) as { type: string; data: object });
    expect(types.findIndex(({ type }) => type === 'ready')).toBe(30);
    expect(types.slice(30)).toEqual([{ type: 'ready', data: { head: 40 } }]);
    connection.close();
    hub.leave(viewer);
    await hub.stop();
  });

  it('sends again from where a viewer wants to resume', async () => {
    const store = new MemoryEventStore();
    await store.append(PROJECT, 0, someEvents(1, 20));
    const hub = new Hub(PROJECT, store, new ToldPages(store), LIMITS, { deleted: fail, failed: fail, troubled: fail });
    const texts: string[] = [];
    const connection = new Connection(0, (text) => texts.push(text));
    const viewer = hub.join(connection, 0);
    await hub.settle(viewer);
    while (texts.length < 20) await turns(1);
    await hub.resume(viewer, 15);
    await turns(5);

    const all = await messagesFromTheStart(store);
    expect(texts).toEqual([...all, ...all.slice(15), JSON.stringify({ type: 'ready', data: { head: 20 } })]);
    connection.close();
    hub.leave(viewer);
    await hub.stop();
  });

  it('tells a whole long stream of which it keeps the end alone, to everybody who comes at whatever moment', async () => {
    const store = new MemoryEventStore();
    await store.append(PROJECT, 0, someEvents(1, 2_600));
    const hub = new Hub(PROJECT, store, new ToldPages(store), LIMITS, { deleted: fail, failed: fail, troubled: fail });
    const all = await messagesFromTheStart(store);
    const clients = [0, 1, 249, 250, 1_311, 2_590].map((after) => ({ after, client: new Client(hub, after, 3) }));
    for (const { client } of clients) client.connect();
    while (clients.some(({ after, client }) => client.messages.length < all.length - after)) await sleep(1);
    for (const { after, client } of clients) expect(client.messages).toEqual(all.slice(after));
    for (const { client } of clients) client.leave();
    await hub.stop();
  });

  it('reads what is long past once for all who come', async () => {
    const store = new MemoryEventStore();
    await store.append(PROJECT, 0, someEvents(1, 2_600));
    const read = jest.spyOn(store, 'read');
    const pages = new ToldPages(store);
    const hub = new Hub(PROJECT, store, pages, LIMITS, { deleted: fail, failed: fail, troubled: fail });
    const all = await messagesFromTheStart(store);
    const comeAndGo = async (): Promise<number> => {
      read.mockClear();
      const client = new Client(hub, 0, 0);
      client.connect();
      while (client.messages.length < all.length) await sleep(1);
      expect(client.messages).toEqual(all);
      client.leave();
      return read.mock.calls.length;
    };
    expect(await comeAndGo()).toBeGreaterThanOrEqual(10);
    expect(await comeAndGo()).toBe(0);
    pages.forget(PROJECT);
    expect(await comeAndGo()).toBeGreaterThanOrEqual(10);
    await hub.stop();
  });

  it('refuses a cursor beyond the head and sends nothing until a valid one comes', async () => {
    const store = new MemoryEventStore();
    await store.append(PROJECT, 0, someEvents(1, 3));
    const hub = new Hub(PROJECT, store, new ToldPages(store), LIMITS, { deleted: fail, failed: fail, troubled: fail });
    const texts: string[] = [];
    const connection = new Connection(0, (text) => texts.push(text));
    const viewer = hub.join(connection, 4);
    await expect(hub.settle(viewer)).rejects.toMatchObject({ code: 'cursor_invalid', head: 3 });
    await store.append(PROJECT, 3, someEvents(4, 3));
    await turns(5);
    expect(texts).toEqual([]);
    await expect(hub.resume(viewer, 7)).rejects.toMatchObject({ code: 'cursor_invalid', head: 6 });
    await hub.resume(viewer, 5);
    expect(texts.map((text) => (JSON.parse(text) as { type: string }).type)).toEqual(['progress', 'ready']);
    connection.close();
    hub.leave(viewer);
    await hub.stop();
  });
});

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await nextTurn();
}

function fail(error?: unknown): never {
  throw error;
}
