import { WebSocket } from 'ws';
import type { ClientMessage } from '../contract/client-messages.js';
import type { Aside } from '../contract/messages/aside.js';
import type { LogMessage } from '../contract/messages/log-message.js';
import { isOfLog, type ServerMessage } from '../contract/messages/server-message.js';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
const POLICY = 1008;

/** The service will not let this command in; trying again does not help. */
export class LineRefused extends Error {
  readonly code = 'line_refused';
  override readonly name = 'LineRefused';
}

export interface LineListener {
  /** Each message of the log once, in order of `seq`. */
  message(message: LogMessage): void;
  /** Caught up with the log: after the first connection and after each reconnection. */
  ready(): void;
  aside(message: Aside): void;
  /** The connection is gone and is being made again. */
  lost(attempt: number): void;
  refused(error: LineRefused): void;
}

/** Follows a project over a WebSocket that comes back by itself, with `after` = the last seq. */
export class ProjectLine {
  #cursor = 0;
  #attempt = 0;
  #socket: WebSocket | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    private readonly serverUrl: string,
    private readonly projectId: string,
    private readonly listener: LineListener,
  ) {}

  open(): void {
    const path = `/api/v1/ws/generate/${this.projectId}?after=${this.#cursor}`;
    const socket = new WebSocket(`${this.serverUrl.replace(/^http/, 'ws')}${path}`);
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(JSON.parse(data.toString()) as ServerMessage));
    socket.on('unexpected-response', (request, response) => {
      const { statusCode = 0 } = response;
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        request.destroy();
        if (statusCode >= 500) this.#comeBack();
        else this.#refuse(refusalText(statusCode, body));
      });
    });
    // `close` follows and brings it back.
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      if (code === POLICY) this.#refuse(reason.toString() || 'The service closed the connection (1008).');
      else this.#comeBack();
    });
  }

  /** False when there is no connection right now. */
  send(message: ClientMessage): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.close(1000);
    else this.#socket?.terminate();
  }

  #receive(message: ServerMessage): void {
    if (this.#isClosed) return;
    if (message.type === 'ready') {
      this.#attempt = 0;
      this.listener.ready();
    } else if (!isOfLog(message)) {
      this.listener.aside(message);
    } else if (message.seq > this.#cursor) {
      this.#cursor = message.seq;
      this.listener.message(message);
    }
  }

  #comeBack(): void {
    if (this.#isClosed || this.#timer) return;
    this.#attempt += 1;
    this.listener.lost(this.#attempt);
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#attempt - 1));
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.open();
      },
      longest * (0.5 + Math.random() / 2),
    );
  }

  #refuse(text: string): void {
    if (this.#isClosed) return;
    this.close();
    this.listener.refused(new LineRefused(text));
  }
}

function refusalText(statusCode: number, body: string): string {
  try {
    const { message, suggestion } = JSON.parse(body) as { message?: string; suggestion?: string };
    return [message, suggestion].filter(Boolean).join(' ');
  } catch {
    return `The service answered ${statusCode} to the connection.`;
  }
}
