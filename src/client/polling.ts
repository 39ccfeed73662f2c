import type { ClientMessage } from '../contract/client-messages.js';
import type { Aside } from '../contract/messages/aside.js';
import type { LogMessage } from '../contract/messages/log-message.js';
import type { ErrorBody } from '../contract/errors.js';
import type { FullOptions } from './options.js';

export interface PollingListener {
  /** The seq of the last message received. */
  seq(): number;
  message(message: LogMessage): void;
  /** Caught up up to `head`. */
  ready(head: number): void;
  /** The service did not answer; polling goes on. */
  failed(): void;
  refused(reason: string): void;
  aside(aside: Aside): void;
}

interface Page {
  readonly events: readonly { readonly message: LogMessage }[];
  readonly head: number;
}

/** Polls the log every second, for networks whose proxy blocks sockets. */
export class Polling {
  readonly #path: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(
    private readonly projectId: string,
    private readonly options: FullOptions,
    private readonly listener: PollingListener,
  ) {
    this.#path = `/api/v1/projects/${encodeURIComponent(projectId)}`;
    void this.#go();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Sends by REST, if the message has an equivalent there; errors are reported as on a socket. */
  send(message: ClientMessage): boolean {
    const request = this.#requestFor(message);
    if (!request) return false;
    const [path, body] = request;
    const method = path.includes('/queue/') ? 'DELETE' : 'POST';
    this.#fetch(path, { method, ...(body && { body: JSON.stringify(body), headers: JSON_BODY }) })
      .then(async (response) => {
        if (!response.ok) this.#tellMistake((await response.json()) as ErrorBody);
      })
      .catch(() => this.listener.failed());
    return true;
  }

  #requestFor(message: ClientMessage): readonly [path: string, body?: object] | undefined {
    const { action: _action, ...fields } = message;
    const { userId: user_id } = this.options;
    const named = { ...(user_id !== undefined && { user_id }), ...fields };
    switch (message.action) {
      case 'start':
        return ['/api/v1/generate', { ...named, project_id: this.projectId }];
      case 'cancel':
      case 'retry':
        return [`${this.#path}/${message.action}`];
      case 'revise':
        return [`${this.#path}/revise`, named];
      case 'withdraw':
        return [`${this.#path}/queue/${message.revision}`];
      case 'resolve_conflict':
        return [`${this.#path}/conflicts/${message.conflict}`, { take: message.take }];
      default:
        return undefined;
    }
  }

  #tellMistake({ error: code, message, suggestion }: ErrorBody): void {
    this.listener.aside({ type: 'error', error: message, data: { code, message, suggestion } });
  }

  async #go(): Promise<void> {
    try {
      let head = await this.#page();
      while (head !== undefined && this.listener.seq() < head && !this.#isStopped) head = await this.#page();
      if (head !== undefined && !this.#isStopped) this.listener.ready(head);
    } catch {
      if (!this.#isStopped) this.listener.failed();
    }
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.#go(), this.options.pollMs);
  }

  /** The log's head; undefined if the service refuses to answer. */
  async #page(): Promise<number | undefined> {
    const response = await this.#fetch(`${this.#path}/events?after=${this.listener.seq()}&limit=1000`);
    if (response.status === 404) return 0; // Nobody has started the project yet.
    if (response.status >= 500) throw new Error(`The service answered ${response.status}.`);
    if (!response.ok) {
      const { message, suggestion } = (await response.json()) as ErrorBody;
      this.listener.refused([message, suggestion].filter(Boolean).join(' '));
      return undefined;
    }
    const { events, head } = (await response.json()) as Page;
    for (const { message } of events) if (!this.#isStopped) this.listener.message(message);
    return head;
  }

  #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.options.base + path, init);
  }
}

const JSON_BODY = { 'content-type': 'application/json' };
