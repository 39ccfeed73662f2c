import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type GatewayService, refusalOf, startGateway } from './gateway-service.js';

let service: GatewayService;

beforeEach(async () => {
  service = await startGateway({ maxViewers: 3, maxViewersPerProject: 2 });
});

afterEach(() => service.close());

describe('the upgrade of a viewer', () => {
  it.each([
    ['an id that begins with a dash', '-todo'],
    ['an id of 65 characters', 'a'.repeat(65)],
    ['an id with a dot', 'to.do'],
    ['an id with an encoded slash', 'a%2Fb'],
    ['an id that cannot be decoded', '%E0'],
  ])('is refused with 400 for %s', async (_what, projectId) => {
    const { status, body } = await refusalOf(service.url(projectId));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'invalid_request', category: 'validation' });
    expect(body.suggestion).toContain('1 to 64 characters');
  });

  it.each(['-1', '1.5', 'x', '', '1e3', '99999999999999999999'])('is refused with 400 for after=%s', async (after) => {
    const { status, body } = await refusalOf(service.url('todo', `?after=${after}`));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'invalid_request', details: [{ field: 'after' }] });
  });

  it.each(['/', '/api/v1/ws/generate', '/api/v1/ws/generate/', '/ws/generate/todo', '/api/v1/ws/generate/todo/more'])(
    'is refused with 404 at %s, which is told the path there is',
    async (path) => {
      const { status, body } = await refusalOf(`ws://127.0.0.1:${service.port}${path}`);
      expect(status).toBe(404);
      expect(body.suggestion).toContain('/api/v1/ws/generate/:project_id');
    },
  );

  it.each(['https://evil.example', 'null', 'http://todo.localhost:8000'])(
    'is refused with 403 for a page of the origin %s',
    async (origin) => {
      const { status, body } = await refusalOf(service.url('todo'), { origin });
      expect(status).toBe(403);
      expect(body).toMatchObject({ error: 'origin_not_allowed', category: 'authorization' });
    },
  );

  it.each(['evil.example:8000', 'localhost.evil.example', '0.0.0.0:8000', '[::]'])(
    'is refused with 421 under the host "%s", at every path',
    async (host) => {
      for (const url of [
        service.url('todo'),
        `ws://127.0.0.1:${service.port}/`,
        `ws://127.0.0.1:${service.port}/hot`,
      ]) {
        const { status, body } = await refusalOf(url, { headers: { host } });
        expect(status).toBe(421);
        expect(body).toMatchObject({ error: 'host_not_ours', category: 'authorization' });
      }
    },
  );

  it.each(['http://localhost:5173', undefined])('is granted to origin %s', async (origin) => {
    const client = await service.connect('todo', '', origin === undefined ? {} : { origin });
    await client.ready();
  });

  it('is refused with 503 and Retry-After when the project or the service has its most viewers', async () => {
    await service.connect('todo');
    const second = await service.connect('todo');
    const full = await refusalOf(service.url('todo'));
    expect(full.status).toBe(503);
    expect(Number(full.headers['retry-after'])).toBeGreaterThan(0);
    expect(full.body.message).toContain('This project has the maximum number of viewers (2)');

    await service.connect('notes');
    expect((await refusalOf(service.url('recipes'))).body.message).toContain(
      'This service has the maximum number of viewers (3)',
    );

    second.socket.close();
    await second.closed;
    await service.connect('recipes');
  });

  it('leaves the service unharmed when a client breaks off in the middle of it', async () => {
    for (const bytes of [
      'GET /api/v1/ws/generate/todo HTTP/1.1\r\nHost: x\r\n',
      'GET /api/v1/ws/generate/todo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      'GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ]) {
      const socket = connect(service.port, '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => undefined);
      socket.write(bytes, () => socket.resetAndDestroy());
      await once(socket, 'close');
    }
    const client = await service.connect('todo');
    await client.ready();
  });
});

describe('an upgrade for another host', () => {
  it('is left to whoever takes it first', async () => {
    await service.close();
    service = await startGateway(
      {},
      {
        sites: (_request, socket) => {
          socket.end('HTTP/1.1 418 Taken\r\nConnection: close\r\nContent-Length: 4\r\n\r\n"ok"');
          return true;
        },
      },
    );
    const taken = await refusalOf(service.url('todo'), { headers: { host: `todo.localhost:${service.port}` } });
    expect(taken.status).toBe(418);
    const client = await service.connect('todo');
    await client.ready();
  });
});
