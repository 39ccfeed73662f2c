import type { Writable } from 'node:stream';
import type { Aside } from '../contract/messages/aside.js';
import { CLOSE_TRY_AGAIN } from './close-codes.js';
import type { Slice } from './message-log.js';
import { textFrame } from './text-frame.js';

/** A client's connection: whole frames are written to the socket below it. */
export interface Line {
  readonly socket: Writable;
  isOpen(): boolean;
  close(code: number, reason: string): void;
}

/** The source of a viewer: some of the messages after `cursor`, at once or soon; `undefined` if there are none (yet). */
export interface Messages {
  after(cursor: number): Slice | Promise<Slice> | undefined;
}

export interface ViewerLimits {
  readonly maxBufferedBytes: number;
  readonly stuckMs: number;
}

/**
 * A client that watches a project: a cursor into its messages. It receives what it can; the rest waits in the log, not
 * in its own memory.
 */
export class Viewer {
  #cursor: number | undefined;
  /** The seq at which it has caught up, until `ready` was sent. */
  #readyFrom: number | undefined;
  #isFull = false;
  /** Old messages are being read. */
  #isWaiting = false;
  #stuck: NodeJS.Timeout | undefined;

  constructor(
    private readonly line: Line,
    private readonly messages: Messages,
    private readonly limits: ViewerLimits,
    after: number,
  ) {
    this.#cursor = after;
  }

  /** The last seq written to it; undefined while it waits for a valid cursor. */
  get cursor(): number | undefined {
    return this.#cursor;
  }

  /** Continues after `after`; undefined: sends nothing more until the next call. */
  moveTo(after: number | undefined): void {
    this.#cursor = after;
    this.#readyFrom = undefined;
  }

  /** Sends `ready` once everything up to `seq` has been written. */
  readyFrom(seq: number): void {
    this.#readyFrom = seq;
    this.pump();
  }

  /** Writes the messages after the cursor, as far as the socket accepts them. */
  pump(): void {
    while (this.#cursor !== undefined && !this.#isFull && !this.#isWaiting && this.line.isOpen()) {
      const slice = this.messages.after(this.#cursor);
      if (!slice) break;
      if (slice instanceof Promise) this.#waitFor(slice, this.#cursor);
      else this.#take(slice);
    }
    this.#tellReady();
  }

  /** Sends a frame outside the log; a viewer that is behind does not get it. */
  offer(frame: Buffer): void {
    if (!this.#isFull && this.line.isOpen()) this.#write(frame);
  }

  close(code: number, reason: string): void {
    this.line.close(code, reason);
  }

  /** Writes what is left and the last message, then closes. */
  end(lastWords: Buffer, code: number, reason: string): void {
    this.pump();
    this.offer(lastWords);
    this.close(code, reason);
  }

  /** Call this once its connection is gone. */
  release(): void {
    clearTimeout(this.#stuck);
  }

  #take({ bytes, upTo }: Slice): void {
    this.#cursor = upTo;
    this.#write(bytes);
  }

  #waitFor(coming: Promise<Slice>, cursor: number): void {
    this.#isWaiting = true;
    coming.then(
      (slice) => {
        this.#isWaiting = false;
        // If it was moved meanwhile, it needs other messages.
        if (this.#cursor === cursor && this.line.isOpen()) this.#take(slice);
        this.pump();
      },
      () => this.close(CLOSE_TRY_AGAIN, 'The log cannot be read right now: reconnect in a few seconds.'),
    );
  }

  #tellReady(): void {
    const head = this.#cursor;
    if (head === undefined || this.#readyFrom === undefined || head < this.#readyFrom) return;
    if (this.#isFull || !this.line.isOpen()) return;
    this.#readyFrom = undefined;
    this.#write(textFrame(JSON.stringify({ type: 'ready', data: { head } } satisfies Aside)));
  }

  #write(bytes: Buffer): void {
    const { socket } = this.line;
    if (socket.writableLength + bytes.length < this.limits.maxBufferedBytes) {
      socket.write(bytes);
      return;
    }
    this.#isFull = true;
    this.#stuck = setTimeout(() => this.#giveUp(), this.limits.stuckMs).unref();
    socket.write(bytes, () => {
      clearTimeout(this.#stuck);
      this.#isFull = false;
      this.pump();
    });
  }

  #giveUp(): void {
    this.close(CLOSE_TRY_AGAIN, `Too slow for ${this.limits.stuckMs / 1000} s: reconnect with after=<last seq>.`);
  }
}
