import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';

type Operations = Record<string, (request: Record<string, unknown>) => unknown>;
type ControlChannel = (socket: Socket, operations: Operations, onEnd: () => void) => { send(event: object): void };

const controlChannel = createRequire(import.meta.url)('./control-channel.cjs') as ControlChannel;

describe('the control channel of the preview process', () => {
  let server: Server;
  let service: Socket;
  let lines: AsyncIterator<string>;
  let reader: Interface;
  let ends = 0;
  const operations: Operations = {
    add: ({ a, b }) => Number(a) + Number(b),
    slow: () => new Promise((resolve) => setImmediate(() => resolve('done'))),
    fail: () => {
      throw new Error('no such thing');
    },
  };
  const answer = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));

  beforeEach(async () => {
    ends = 0;
    server = createServer((socket) => controlChannel(socket, operations, () => (ends += 1))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    service = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(service, 'connect');
    reader = createInterface({ input: service });
    lines = reader[Symbol.asyncIterator]();
  });

  afterEach(async () => {
    reader.close();
    service.destroy();
    server.close();
    await once(server, 'close');
  });

  it('answers each request by its id, as they are done', async () => {
    service.write('{"id":1,"op":"slow"}\n{"id":2,"op":"add","a":1,"b":2}\n');
    expect(await answer()).toEqual({ id: 2, result: 3 });
    expect(await answer()).toEqual({ id: 1, result: 'done' });
  });

  it('puts a line together that comes in parts', async () => {
    service.write('{"id":7,"op":"add",');
    await new Promise((resolve) => setImmediate(resolve));
    service.write('"a":2,"b":2}\n');
    expect(await answer()).toEqual({ id: 7, result: 4 });
  });

  it.each([
    ['not JSON', 'what?', null],
    ['half an object', '{"id":1', null],
    ['null', 'null', null],
    ['a number', '42', null],
    ['no operation', '{"id":4}', 4],
    ['an unknown operation', '{"id":5,"op":"rm -rf"}', 5],
    ['a name of Object', '{"id":6,"op":"constructor"}', 6],
    ['a failing operation', '{"id":8,"op":"fail"}', 8],
  ])('answers %s with an error and stays usable', async (_name, line, id) => {
    service.write(`${line}\n`);
    expect(await answer()).toEqual({ id, error: expect.any(String) });
    service.write('{"id":9,"op":"add","a":1,"b":1}\n');
    expect(await answer()).toEqual({ id: 9, result: 2 });
  });

  it('notices when the service has gone', async () => {
    service.destroy();
    while (ends === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(ends).toBeGreaterThan(0);
  });
});
