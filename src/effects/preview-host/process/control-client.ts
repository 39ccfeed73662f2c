import type { Duplex } from 'node:stream';
import { z } from 'zod';

import { metroEvent, type MetroEvent } from './metro-events.js';

const answer = z.object({ id: z.number(), result: z.unknown().optional(), error: z.string().optional() });

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Our end of the socket into the preview process: requests with their answers, and events as they come. */
export class ControlClient {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #rest = '';

  constructor(
    private readonly socket: Duplex,
    private readonly onEvent: (event: MetroEvent) => void,
  ) {
    socket.setEncoding('utf8').on('data', (text: string) => this.#receive(text));
    socket.on('error', () => this.#end());
    socket.on('close', () => this.#end());
  }

  /** Resolves with the operation's result. @throws ControlRefused what it answered; ControlClosed when the process has gone */
  request(op: string, fields: object = {}): Promise<unknown> {
    if (!this.socket.writable) return Promise.reject(new ControlClosed());
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.socket.write(`${JSON.stringify({ id, op, ...fields })}\n`);
    });
  }

  /** Closes the socket; the preview process exits when it notices. */
  close(): void {
    this.socket.destroy();
  }

  #receive(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(JSON.parse(line));
  }

  #take(message: unknown): void {
    const event = metroEvent.safeParse(message);
    if (event.success) {
      this.onEvent(event.data);
      return;
    }
    const answered = answer.safeParse(message);
    if (!answered.success) return;
    const { id, result, error } = answered.data;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new ControlRefused(error));
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new ControlClosed());
    this.#waiting.clear();
  }
}

/** The preview process answered that it cannot do this. */
class ControlRefused extends Error {
  readonly code = 'control_refused';
  constructor(why: string) {
    super(`The preview process refused a request: ${why}`);
    this.name = 'ControlRefused';
  }
}

/** The preview process ended before it answered. */
export class ControlClosed extends Error {
  readonly code = 'control_closed';
  constructor() {
    super('The preview process ended before it answered.');
    this.name = 'ControlClosed';
  }
}
