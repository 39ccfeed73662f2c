import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { Hubs } from '../../src/gateway/hubs.js';
import { type GatewayService, INSTANCE, refusalOf, startGateway } from './gateway-service.js';

let service: GatewayService;

afterEach(() => service.close());

/** A run's beginning and then `count - 1` screens with names of `size` characters. */
function events(count: number, size = 10): NewEvent[] {
  return Array.from({ length: count }, (_, index): NewEvent =>
    index === 0
      ? { type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' }, run: 1, actor: 'user:1' }
      : screen(index, size),
  );
}

function screen(index: number, size = 10): NewEvent {
  const name = `Läufe ${index} ${'x'.repeat(size)}`;
  return { type: 'ScreenAdded', data: { screen: name, path: `app/${index}.tsx` }, run: 1, actor: 'driver' };
}

/** Reads on to the head as a client does: on a busy machine it may be too slow itself, and then comes back where it was. */
async function readFrom(after: number): Promise<string[]> {
  const texts: string[] = [];
  for (;;) {
    const client = await service.connect('todo', `?after=${after + texts.length}`);
    const isThere = await client.ready().then(
      () => true,
      () => false,
    );
    texts.push(...client.logTexts);
    if (isThere) return texts;
    expect((await client.closed).code).toBe(1013);
  }
}

describe('a viewer', () => {
  it('gets what is beyond its cursor, then ready, then what comes', async () => {
    service = await startGateway();
    await service.store.append('todo', 0, events(30));
    const viewers = [0, 12, 29, 30];
    const clients = await Promise.all(viewers.map((after) => service.connect('todo', `?after=${after}`)));
    for (const client of clients) await client.ready();
    expect(clients.map((client) => client.seqs().length)).toEqual([30, 18, 1, 0]);
    for (const client of clients) expect(client.ofType('ready')).toEqual([{ type: 'ready', data: { head: 30 } }]);

    for (let seq = 30; seq < 60; seq++) await service.store.append('todo', seq, [screen(seq)]);
    for (const client of clients) await client.until(() => client.seqs().at(-1) === 60);
    const [all] = clients;
    for (const [index, client] of clients.entries()) {
      expect(client.logTexts).toEqual(all?.logTexts.slice(viewers[index]));
    }
  });

  it('hears the notices of its project and those for everyone, outside the log', async () => {
    service = await startGateway();
    const [viewer, stranger] = await Promise.all(['todo', 'other'].map((id) => service.connect(id, '')));
    await Promise.all([viewer?.ready(), stranger?.ready()]);
    service.store.notify('todo', { code: 'stage_running', message: 'at work', stage: 'installing_deps' });
    service.store.notify('other', { code: 'stage_running', message: 'elsewhere', stage: 'analyzing' });
    await viewer?.until((client) => client.ofType('notice').length > 0);
    await stranger?.until((client) => client.ofType('notice').length > 0);
    expect(viewer?.ofType('notice')).toEqual([
      { type: 'notice', data: { code: 'stage_running', message: 'at work', stage: 'installing_deps' } },
    ]);
    expect(stranger?.ofType('notice').map(({ data }) => data['message'])).toEqual(['elsewhere']);
  });

  it('with a cursor beyond the head is told where the head is, and goes on from where it then asks', async () => {
    service = await startGateway();
    await service.store.append('todo', 0, events(5));
    const client = await service.connect('todo', '?after=6');
    await client.until(() => client.ofType('error').length === 1);
    expect(client.ofType('error')[0]).toMatchObject({ data: { code: 'cursor_invalid', head: 5 } });
    await service.store.append('todo', 5, [screen(6), screen(7)]);
    expect((await client.errorTo('{"action":"resume","after":8}')).data['code']).toBe('cursor_invalid');
    expect(client.seqs()).toEqual([]);

    client.send({ action: 'resume', after: 4 });
    await client.ready();
    expect(client.seqs()).toEqual([5, 6, 7]);
    client.send({ action: 'resume', after: 6 });
    await client.until(() => client.ofType('ready').length === 2);
    expect(client.seqs()).toEqual([5, 6, 7, 7]);
  });

  it('that reads slowly loses nothing and holds up nobody', async () => {
    service = await startGateway();
    const slow = await service.connect('todo');
    const quick = await service.connect('todo');
    await slow.ready();
    slow.socket.pause();
    const large = events(100, 200_000);
    for (let seq = 0; seq < 100; seq += 10) await service.store.append('todo', seq, large.slice(seq, seq + 10));
    await quick.until(() => quick.seqs().length === 100);
    expect(slow.seqs().length).toBeLessThan(100);
    slow.socket.resume();
    await slow.until(() => slow.seqs().length === 100);
    expect(slow.logTexts).toEqual(quick.logTexts);
  });

  it('that does not read at all is closed with 1013 and can go on from its cursor', async () => {
    service = await startGateway({ stuckMs: 1_000 });
    const stuck = await service.connect('todo');
    await stuck.ready();
    stuck.socket.pause();
    await service.store.append('todo', 0, events(100, 200_000));
    const last = await service.connect('todo', '?after=99');
    await last.until(() => last.seqs().length === 1);
    // Client and server share this process's timers: the service's second is over before these.
    await sleep(2_500);
    stuck.socket.resume();
    expect((await stuck.closed).code).toBe(1013);

    const had = stuck.seqs().length;
    expect(had).toBeLessThan(100);
    expect([...stuck.logTexts, ...(await readFrom(had))]).toEqual(await readFrom(0));
  });

  it('that answers no ping is cut off; one that does stays', async () => {
    service = await startGateway({ pingMs: 400 });
    const alive = await service.connect('todo');
    const dead = await service.connect('todo', '', { autoPong: false });
    expect((await dead.closed).code).toBe(1006);
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  });
});

describe('a project’s hub', () => {
  it('is let go some time after its last viewer and serves the next one just the same', async () => {
    service = await startGateway({ lingerMs: 20 });
    await service.store.append('todo', 0, events(10));
    const hubs = service.app.get(Hubs);
    const first = await service.connect('todo');
    await first.ready();
    expect(hubs.connectionCount('todo')).toBe(1);
    expect(hubs.totals()).toEqual({ connections: 1, projects: 1 });
    first.socket.close();
    while (hubs.totals().projects > 0) await sleep(5);
    expect(hubs.totals()).toEqual({ connections: 0, projects: 0 });
    const second = await service.connect('todo');
    await second.ready();
    expect(second.logTexts).toEqual(first.logTexts);
  });

  it('shows each project’s viewers that project alone', async () => {
    service = await startGateway();
    const [todo, notes] = await Promise.all([service.connect('todo'), service.connect('notes')]);
    await Promise.all([service.store.append('todo', 0, events(4)), service.store.append('notes', 0, events(2))]);
    await todo.until(() => todo.seqs().length === 4);
    await notes.until(() => notes.seqs().length === 2);
    await sleep(50);
    expect(notes.seqs()).toEqual([1, 2]);
  });

  it('that cannot tell its stream closes its viewers with 1011 and leaves the others alone', async () => {
    service = await startGateway();
    const other = await service.connect('notes');
    const viewer = await service.connect('todo');
    await viewer.ready();
    await service.store.append('todo', 0, [
      { type: 'StageStarted', data: null as unknown as object, run: 1, actor: 'x' },
    ]);
    expect((await viewer.closed).code).toBe(1011);
    await service.store.append('notes', 0, events(1));
    await other.until(() => other.seqs().length === 1);
  });
});

describe('shutdown', () => {
  it('sends everyone away with 1001, records that they left, and takes nobody in', async () => {
    service = await startGateway({ graceMs: 200 });
    const polite = await service.connect('todo');
    const deaf = await service.connect('notes');
    await Promise.all([polite.ready(), deaf.ready()]);
    deaf.socket.pause();
    const closing = service.app.close();
    const { code, reason } = await polite.closed;
    expect(code).toBe(1001);
    expect(reason).toContain('reconnect');
    const late = await refusalOf(service.url('todo'));
    expect(late).toMatchObject({ status: 503, body: { error: 'shutting_down' } });
    await closing;

    const types = (await service.store.read(`presence:${INSTANCE}`)).map(({ type }) => type);
    expect(types.filter((type) => type === 'ViewerConnected')).toHaveLength(2);
    expect(types.filter((type) => type === 'ViewerDisconnected')).toHaveLength(2);
    deaf.socket.resume();
  });

  it('ends although clients have broken off without a word', async () => {
    service = await startGateway({ graceMs: 200 });
    const socket = connect(service.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      'GET /api/v1/ws/generate/todo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(socket, 'data');
    socket.resetAndDestroy();
    await service.app.close();
  });
});
