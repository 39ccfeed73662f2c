import { WebSocket } from 'ws';
import { connect, type ProjectConnection } from '../client/connect.js';
import type { SocketLike } from '../client/options.js';
import type { Aside } from '../contract/messages/aside.js';
import type { LogMessage } from '../contract/messages/log-message.js';
import { type EndMessage, isEnd } from '../contract/messages/server-message.js';
import type { StartRequest } from '../contract/requests.js';
import { isActiveAfter } from './messages.js';

const TOLD_NOTICES: ReadonlySet<string> = new Set(['stage_running', 'run_stalled', 'log_unavailable', 'log_available']);
const GIVE_UP_AFTER_MS = 60_000;

/** The service refused the start, or is gone for good. */
export class RunLost extends Error {
  readonly code = 'run_lost';
  override readonly name = 'RunLost';
}

export interface RunListener {
  message(message: LogMessage): void;
  note(text: string): void;
}

/** One run, watched from its request to its end. A project whose run is active already is joined. */
export class Run {
  #line: ProjectConnection | undefined;
  readonly #end = Promise.withResolvers<EndMessage>();
  /** Of the last run there was when we came, until we know whether it still goes on. */
  #earlier: LogMessage[] = [];
  #hasCaughtUp = false;
  #isRequested = false;
  #isCancelWanted = false;
  #lostAt: number | undefined;

  /** @param projectId of a project that exists, or a new one */
  constructor(
    private readonly serverUrl: string,
    private readonly projectId: string,
    private readonly request: StartRequest,
    private readonly listener: RunListener,
  ) {
    // Left before anyone watches: then nobody waits for the end.
    this.#end.promise.catch(() => undefined);
  }

  /**
   * The run's last message: `complete`, `error` or `cancelled`.
   * @throws RunLost, ConnectionRefused
   */
  async watch(): Promise<EndMessage> {
    // The built-in one of Node only came with Node 22.
    const Socket = WebSocket as unknown as new (url: string) => SocketLike;
    const line = connect(this.projectId, { url: this.serverUrl, WebSocket: Socket });
    this.#line = line;
    line.listen({
      message: (message) => (this.#hasCaughtUp ? this.#tell(message) : this.#remember(message)),
      ready: () => this.#onReady(),
      aside: (aside) => this.#onAside(aside),
      state: (state, attempt) => {
        if (state === 'connecting' && attempt > 0) this.#onLost(attempt);
      },
      refused: (error) => this.#fail(error),
    });
    try {
      return await this.#end.promise;
    } finally {
      line.close();
    }
  }

  cancel(): void {
    this.#isCancelWanted = true;
    this.#line?.send({ action: 'cancel' });
  }

  /** Stops watching; the run goes on. */
  leave(reason: Error): void {
    this.#fail(reason);
  }

  #remember(message: LogMessage): void {
    if (message.run !== this.#earlier[0]?.run) this.#earlier = [];
    this.#earlier.push(message);
  }

  #onReady(): void {
    if (this.#lostAt !== undefined) this.listener.note('Connected again.');
    this.#lostAt = undefined;
    if (!this.#hasCaughtUp) this.#catchUp();
    if (!this.#isRequested) this.#line?.send({ action: 'start', ...this.request });
    else if (this.#isCancelWanted) this.#line?.send({ action: 'cancel' });
  }

  #catchUp(): void {
    this.#hasCaughtUp = true;
    if (this.request.create && this.#earlier.length > 0) {
      this.#fail(new RunLost(`The new id ${this.projectId} is already taken: run the command again.`));
      return;
    }
    const isActive = this.#earlier.map((message) => isActiveAfter(message)).findLast((known) => known !== undefined);
    if (isActive) {
      this.#isRequested = true;
      this.listener.note(`A run of ${this.projectId} is already active: watching it.`);
      // An end among them is that of a try before this one.
      for (const message of this.#earlier) this.listener.message(message);
    }
    this.#earlier = [];
  }

  #tell(message: LogMessage): void {
    if (isActiveAfter(message)) this.#isRequested = true;
    // What an earlier run leaves behind late, such as its images, is not of ours.
    if (!this.#isRequested) return;
    this.listener.message(message);
    if (isEnd(message)) this.#end.resolve(message);
  }

  #onAside(aside: Aside): void {
    if (aside.type === 'notice' && TOLD_NOTICES.has(aside.data.code)) this.listener.note(aside.data.message);
    if (aside.type !== 'error') return;
    const text = [aside.error, aside.data.suggestion].filter(Boolean).join(' ');
    const isLogGone = aside.data.code === 'cursor_invalid';
    if (this.#isRequested && !isLogGone) this.listener.note(text);
    else this.#fail(new RunLost(text));
  }

  #onLost(attempt: number): void {
    this.#lostAt ??= Date.now();
    if (Date.now() - this.#lostAt > GIVE_UP_AFTER_MS) {
      this.#fail(
        new RunLost(
          `The service has been unreachable for ${GIVE_UP_AFTER_MS / 1000} s. Everything it did is in its log.`,
        ),
      );
    } else if (attempt === 1) {
      this.listener.note('The connection was lost: connecting again.');
    }
  }

  #fail(error: Error): void {
    this.#end.reject(error);
  }
}
