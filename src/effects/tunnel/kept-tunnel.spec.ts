import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KeptTunnel } from './kept-tunnel.js';
import type { TunnelAgent } from './tunnel.port.js';

const QUICK = { patienceMs: 5_000, checkEveryMs: 20, checkTimeoutMs: 2_000, firstRetryMs: 10, longestRetryMs: 20 };
const PORT = 8001;

let tunnel: KeptTunnel;
let outside: Server | undefined;

afterEach(async () => {
  await tunnel.close();
  outside?.close();
  outside = undefined;
});

/** Stands for the far end: an address that answers each request with the next status, and the last one for ever. */
async function farEnd(...statuses: number[]): Promise<string> {
  outside = createServer((_request, response) => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0];
    response.writeHead(status ?? 500, { connection: 'close' }).end();
  });
  outside.listen(0, '127.0.0.1');
  await once(outside, 'listening');
  return `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
}

/** Opens the same address each time; `refusals` calls fail first. */
function agent(url: string, refusals = 0) {
  const calls = { opened: [] as number[], closed: 0 };
  const open: TunnelAgent = (port) => {
    calls.opened.push(port);
    if (calls.opened.length <= refusals) return Promise.reject(new Error('one session is the limit'));
    return Promise.resolve({ url, close: () => Promise.resolve(void (calls.closed += 1)) });
  };
  return { open, calls };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the tunnel', () => {
  it('is off until it is opened, and then has an address', async () => {
    const url = await farEnd(200);
    const { open, calls } = agent(url);
    tunnel = new KeptTunnel(open, QUICK);
    expect(await tunnel.url()).toBeUndefined();
    expect(tunnel.state).toEqual({ status: 'off' });
    tunnel.open(PORT);
    tunnel.open(PORT);
    expect(await tunnel.url()).toBe(url);
    expect(tunnel.state).toEqual({ status: 'up', url });
    expect(calls.opened).toEqual([PORT]);
  });

  it('that cannot be opened says why and is tried again', async () => {
    const url = await farEnd(200);
    const { open, calls } = agent(url, 2);
    tunnel = new KeptTunnel(open, QUICK);
    tunnel.open(PORT);
    await until(() => tunnel.state.status === 'down');
    expect(tunnel.state.reason).toContain('one session is the limit');
    expect(tunnel.state.url).toBeUndefined();
    await until(() => tunnel.state.status === 'up');
    expect(calls.opened).toEqual([PORT, PORT, PORT]);
  });

  it('that no longer leads here is closed and opened again', async () => {
    const url = await farEnd(200, 200, 502, 200);
    const { open, calls } = agent(url);
    tunnel = new KeptTunnel(open, QUICK);
    tunnel.open(PORT);
    await until(() => calls.opened.length === 2 && tunnel.state.status === 'up');
    expect(calls.closed).toBe(1);
  });

  it('gives who asks no address when it does not come in time', async () => {
    tunnel = new KeptTunnel(() => new Promise(() => undefined), { ...QUICK, patienceMs: 20 });
    tunnel.open(PORT);
    expect(await tunnel.url()).toBeUndefined();
    expect(tunnel.state).toEqual({ status: 'opening' });
  });

  it('is closed for good', async () => {
    const { open, calls } = agent(await farEnd(200));
    tunnel = new KeptTunnel(open, QUICK);
    tunnel.open(PORT);
    await tunnel.url();
    await tunnel.close();
    expect(calls.closed).toBe(1);
    tunnel.open(PORT);
    expect(await tunnel.url()).toBeUndefined();
    expect(calls.opened).toHaveLength(1);
  });
});
