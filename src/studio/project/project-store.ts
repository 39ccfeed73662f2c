import { connect, type ConnectionState, type ProjectConnection } from '../../client/connect.js';
import type { ClientMessage } from '../../contract/client-messages.js';
import type { Aside } from '../../contract/messages/aside.js';
import type { LogMessage } from '../../contract/messages/log-message.js';
import type { StartRequest } from '../../contract/requests.js';
import { answeredBy, type Asks, NOTHING_ASKED } from '../state/asks.js';
import { foldAside } from '../state/fold-aside.js';
import { foldAll } from '../state/fold.js';
import { emptyProject, type ProjectState } from '../state/project-state.js';
import { SteadyLine } from './steady-line.js';

/** How the line to the service is. `refused`: it will not let this page in. */
export interface Link {
  readonly state: Exclude<ConnectionState, 'closed'> | 'refused';
  /** Tries since there was a connection last. */
  readonly attempt: number;
  readonly reason?: string;
}

/** A moment of the page: replaced whole, so that React sees what has changed. */
export interface Snapshot {
  readonly state: ProjectState;
  /** Every message of the log so far, in order; it only grows, and starts again (with another `log`) if the service has another log. */
  readonly messages: readonly LogMessage[];
  readonly log: number;
  readonly link: Link;
  /** Everything that had happened when the page was opened is in the state. */
  readonly isCaughtUp: boolean;
  readonly asks: Asks;
  /** How far the service's clock is ahead of this one, in milliseconds. */
  readonly clockAheadMs: number;
}

/** One project, watched by one page: what it is told, folded, and what it asks for. */
export class ProjectStore {
  #connection: ProjectConnection | undefined;
  #messages: LogMessage[] = [];
  /** The newest messages, not in the snapshot yet: bursts are folded together. */
  #unfolded: LogMessage[] = [];
  #snapshot: Snapshot;
  #isDue = false;
  #shownAt = -Infinity;
  /** For those who edit over it: it outlives the connections. */
  readonly line = new SteadyLine();
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly id: string,
    readonly userId: string,
  ) {
    this.#snapshot = {
      state: emptyProject(id),
      messages: this.#messages,
      log: 0,
      link: { state: 'connecting', attempt: 0 },
      isCaughtUp: false,
      asks: NOTHING_ASKED,
      clockAheadMs: 0,
    };
  }

  /** The line, begun where there is none; another one after `renew`. */
  get connection(): ProjectConnection {
    return (this.#connection ??= this.#connect());
  }

  /** @returns a function that closes it; it can be opened again and continues after what it has */
  readonly open = (): (() => void) => {
    this.#connection ??= this.#connect();
    const stop = renewsWithTheWindow(
      () => this.renew(),
      () => this.#snapshot.link.state === 'connecting',
    );
    return () => {
      stop();
      this.#connection?.close();
      this.#connection = undefined;
    };
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => {
    const messages = this.#unfolded;
    const last = messages.at(-1);
    if (!last) return this.#snapshot;
    this.#unfolded = [];
    const { state, asks, isCaughtUp, clockAheadMs } = this.#snapshot;
    this.#snapshot = {
      ...this.#snapshot,
      state: foldAll(state, messages),
      asks: messages.reduce(answeredBy, asks),
      clockAheadMs: isCaughtUp ? Date.parse(last.at) - Date.now() : clockAheadMs,
    };
    return this.#snapshot;
  };

  /** False if there is no line now. */
  send(message: ClientMessage): boolean {
    return this.connection.send(message);
  }

  /** Asked again after a reconnect until the log shows it. */
  start(request: StartRequest): void {
    this.#ask({ start: request, refusal: null });
    if (this.snapshot().isCaughtUp) this.send({ action: 'start', ...request });
  }

  cancel(): void {
    this.#ask({ isCancelAsked: this.send({ action: 'cancel' }) });
  }

  retry(): void {
    this.#ask({ isRetryAsked: this.send({ action: 'retry' }) });
  }

  dismissRefusal(): void {
    this.#ask({ refusal: null });
  }

  /** Drops a line that may be dead without knowing it (sleep, another network), and begins a new one behind the last message. */
  renew(): void {
    if (this.#snapshot.link.state === 'refused') return;
    this.#connection?.close();
    this.#connection = undefined;
    this.#change({ link: { state: 'connecting', attempt: 1 } });
    this.#connection ??= this.#connect();
  }

  #connect(): ProjectConnection {
    const connection = connect(this.id, { userId: this.userId, after: this.snapshot().state.seq });
    this.line.follow(connection);
    connection.listen({
      message: (message) => this.#take(message),
      aside: (message) => this.#hear(message),
      ready: () => this.#ready(),
      state: (state, attempt) => {
        if (state !== 'closed') this.#change({ link: { state, attempt } });
      },
      refused: ({ message }) => this.#change({ link: { state: 'refused', attempt: 0, reason: message } }),
    });
    return connection;
  }

  #take(message: LogMessage): void {
    this.#messages.push(message);
    this.#unfolded.push(message);
    this.#tell();
  }

  #hear(message: Aside): void {
    if (message.type === 'error') this.#refused(message.data.code, message.error);
    else this.#change({ state: foldAside(this.snapshot().state, message) });
  }

  #ready(): void {
    const { start } = this.snapshot().asks;
    this.#change({ isCaughtUp: true });
    if (start) this.send({ action: 'start', ...start });
  }

  #refused(code: string, message: string): void {
    if (code === 'cursor_invalid') {
      this.#beginAnew();
      return;
    }
    this.#ask({ ...NOTHING_ASKED, refusal: message });
  }

  /** The service has another log than the one that was read: another database took its place. */
  #beginAnew(): void {
    this.#messages = [];
    this.#unfolded = [];
    const { log } = this.snapshot();
    this.#change({ state: emptyProject(this.id), messages: this.#messages, log: log + 1, isCaughtUp: false });
    this.renew();
  }

  #ask(asks: Partial<Asks>): void {
    this.#change({ asks: { ...this.snapshot().asks, ...asks } });
  }

  #change(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.snapshot(), ...change };
    this.#tell();
  }

  /** Bursts are shown together: the first message in the next frame, the others after a pause, so that the page stays smooth. */
  #tell(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    const show = (): void => {
      this.#isDue = false;
      this.#shownAt = performance.now();
      for (const listener of [...this.#listeners]) listener();
    };
    const pauseMs = this.#shownAt + SHOWN_EVERY_MS - performance.now();
    if (pauseMs > 0) setTimeout(() => soon(show), pauseMs);
    else soon(show);
  }
}

const SHOWN_EVERY_MS = 50;
const HIDDEN_PAUSE_MS = 250;

/** A hidden page gets no animation frames, yet its title should go on. */
function soon(render: () => void): void {
  if (document.hidden) setTimeout(render, HIDDEN_PAUSE_MS);
  else requestAnimationFrame(render);
}

const LONG_HIDDEN_MS = 60_000;

/** A machine that comes back from sleep or gets another network has lines that are dead without knowing it. */
function renewsWithTheWindow(renew: () => void, isWaiting: () => boolean): () => void {
  let hiddenAt = 0;
  const seen = (): void => {
    if (document.hidden) hiddenAt = Date.now();
    else if (isWaiting() || Date.now() - hiddenAt > LONG_HIDDEN_MS) renew();
  };
  window.addEventListener('online', renew);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('online', renew);
    document.removeEventListener('visibilitychange', seen);
  };
}
