import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerMessage } from '../contract/messages/server-message.js';
import { connect, type ConnectionState, type ProjectConnection } from './connect.js';
import type { SocketLike } from './options.js';

type Listener = (event: never) => void;

/** A socket in the hands of the spec. */
class FakeSocket {
  static made: FakeSocket[] = [];
  readyState = 0;
  readonly sent: string[] = [];
  readonly #listeners: [string, Listener][] = [];

  constructor(readonly url: string) {
    FakeSocket.made.push(this);
    if (network === 'away' || network === 'no-sockets')
      setTimeout(() => this.tell('close', { code: 1006, reason: '' }), 0);
    else setTimeout(() => this.#open(), 0);
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.push([type, listener]);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = 3;
  }

  tell(type: string, event: object = {}): void {
    for (const [name, listener] of this.#listeners) if (name === type) listener(event as never);
  }

  hear(...messages: readonly object[]): void {
    for (const message of messages) this.tell('message', { data: JSON.stringify(message) });
  }

  #open(): void {
    this.readyState = 1;
    this.tell('open');
    this.hear({ type: 'ready', data: { head: 0 } });
  }
}

let network: 'up' | 'away' | 'no-sockets';
let asked: string[];
let head: number;
let refusal: { status: number; body: object } | undefined;
const realFetch = globalThis.fetch;
let connection: ProjectConnection | undefined;

const message = (seq: number): ServerMessage => ({ type: 'driver', seq, at: '', run: 1, data: { epoch: 1 } });

beforeEach(() => {
  [network, head, refusal] = ['up', 0, undefined];
  asked = [];
  FakeSocket.made = [];
  globalThis.fetch = ((url: string, { method = 'GET' } = {}) => {
    if (network === 'away') return Promise.reject(new TypeError('fetch failed'));
    asked.push(`${method} ${url}`);
    if (refusal) return Promise.resolve(Response.json(refusal.body, { status: refusal.status }));
    const after = Number(/after=(\d+)/.exec(url)?.[1] ?? 0);
    const events = Array.from({ length: head - after }, (_, n) => ({ message: message(after + n + 1) }));
    return Promise.resolve(Response.json({ events, head }));
  }) as typeof fetch;
});

afterEach(() => {
  connection?.close();
  globalThis.fetch = realFetch;
});

function follow(options: { aliveMs?: number } = {}) {
  const made = connect('demo', {
    url: 'http://service',
    pollMs: 5,
    WebSocket: FakeSocket as unknown as new (url: string) => SocketLike,
    ...options,
  });
  connection = made;
  const seqs: number[] = [];
  const states: ConnectionState[] = [];
  const refused: Error[] = [];
  made.listen({
    message: ({ seq }) => seqs.push(seq),
    state: (state) => states.push(state),
    refused: (error) => refused.push(error),
  });
  return { made, seqs, states, refused };
}

async function until(isEnough: () => boolean): Promise<void> {
  while (!isEnough()) await new Promise((resolve) => setTimeout(resolve, 2));
}

const lastSocket = (): FakeSocket | undefined => FakeSocket.made.at(-1);

describe('a connection', () => {
  it('goes on behind the last message, and tells each once', async () => {
    const { made, seqs } = follow();
    await until(() => made.state === 'open');
    lastSocket()?.hear(message(1), message(2), message(2), message(1));
    lastSocket()?.tell('close', { code: 1001, reason: '' });
    await until(() => FakeSocket.made.length === 2 && made.state === 'open');
    expect(lastSocket()?.url).toContain('after=2');
    lastSocket()?.hear(message(2), message(3));
    expect(seqs).toEqual([1, 2, 3]);
  });

  it('is renewed where nothing is heard, without a goodbye', async () => {
    const { made, states } = follow({ aliveMs: 40 });
    await until(() => FakeSocket.made.length === 2 && made.state === 'open');
    expect(states.slice(0, 2)).toEqual(['open', 'connecting']);
    FakeSocket.made[0]?.hear(message(1));
    expect(made.seq).toBe(0);
  });

  it('polls where sockets do not get through, and asks by REST', async () => {
    network = 'no-sockets';
    head = 3;
    const { made, seqs } = follow();
    await until(() => made.state === 'polling');
    head = 5;
    await until(() => seqs.length === 5);
    expect(seqs).toEqual([1, 2, 3, 4, 5]);
    expect(made.send({ action: 'cancel' })).toBe(true);
    expect(made.send({ action: 'open_file', path: 'lib/a.ts' })).toBe(false);
    expect(asked).toContain('POST http://service/api/v1/projects/demo/cancel');
  });

  it('is a socket again once a service that was away is back', async () => {
    network = 'away';
    const { made, states } = follow();
    await until(() => FakeSocket.made.length >= 3);
    expect(states).not.toContain('open');
    network = 'up';
    await until(() => made.state === 'open');
    expect(lastSocket()?.readyState).toBe(1);
  });

  it('ends where it is refused, with the reason', async () => {
    network = 'no-sockets';
    refusal = { status: 403, body: { message: 'Not from there.', suggestion: 'Ask.' } };
    const { made, refused } = follow();
    await until(() => refused.length > 0);
    expect(refused[0]?.message).toBe('Not from there. Ask.');
    expect(made.state).toBe('closed');
    expect(made.send({ action: 'cancel' })).toBe(false);
  });

  it('ends where the service closes it for good', async () => {
    const { made, refused } = follow();
    await until(() => made.state === 'open');
    lastSocket()?.tell('close', { code: 1008, reason: 'Too many messages.' });
    expect(refused.map(({ message: text }) => text)).toEqual(['Too many messages.']);
    expect(made.state).toBe('closed');
  });
});
