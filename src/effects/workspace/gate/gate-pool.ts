import { GateUnavailable, type SourceFacts } from '../workspace.port.js';
import type { GateAnswer, Refusal } from './gate-messages.js';
import { Reader, type ReaderLimits } from './reader.js';

/** One is always there; another helps while a file keeps the first one busy for longer than files usually do. */
const MAX_READERS = 2;
const PATIENCE_MS = 200;
/** How many questions a reader has at once: it never waits for the next one, and little waits behind a hostile file. */
const MAX_AHEAD = 8;
/** The process may also die for other reasons, but dying twice because of one file is no accident. */
const MAX_TRIES = 2;
const IDLE_MS = 30_000;
const LIMITS: ReaderLimits = { fileMs: 10_000, startMs: 60_000 };

/** The result of reading a file: its facts, or its new content, or why it is refused. */
export type Reading = { readonly facts?: SourceFacts; readonly content?: Buffer } | { readonly refusal: Refusal };

interface Job {
  readonly path: string;
  readonly content: string | Buffer;
  readonly done: PromiseWithResolvers<Reading>;
  tries: number;
}

interface Desk {
  readonly reader: Reader;
  /** In the order in which they were sent, by number; the first one is being read. */
  readonly jobs: Map<number, Job>;
  idle?: NodeJS.Timeout;
}

/** Reads files in processes that may die of it: the file that one died of is refused, all others are read by the next. */
export class GatePool {
  readonly #desks = new Set<Desk>();
  readonly #waiting: Job[] = [];
  #lastId = 0;
  #impatience: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(private readonly limits = LIMITS) {}

  /** Starts the first process, so that the first file need not wait for it. */
  warm(): void {
    if (this.#desks.size === 0 && !this.#isStopped) this.#open();
  }

  /** @throws GateUnavailable where no process can be started, or this has been stopped */
  async read(path: string, content: string | Buffer): Promise<Reading> {
    if (this.#isStopped) throw new GateUnavailable('the service is stopping.');
    const job: Job = { path, content, done: Promise.withResolvers<Reading>(), tries: 0 };
    this.#waiting.push(job);
    this.#hand();
    return job.done.promise;
  }

  /** Ends the processes; what is still being read is given up. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#impatience);
    await Promise.all([...this.#desks].map(({ reader }) => reader.stop()));
  }

  /** Gives what waits to the readers that have room. */
  #hand(): void {
    while (this.#waiting.length > 0) {
      const free = [...this.#desks].filter(({ jobs }) => jobs.size < MAX_AHEAD);
      const desk = free.sort((a, b) => a.jobs.size - b.jobs.size)[0] ?? (this.#desks.size === 0 && this.#open());
      if (!desk) break;
      const job = this.#waiting.shift();
      if (job) this.#give(desk, job);
    }
    this.#waitPatiently();
  }

  /** Each answer shows that work continues; without one for a while, another reader takes the waiting jobs. */
  #waitPatiently(): void {
    clearTimeout(this.#impatience);
    if (this.#waiting.length === 0 || this.#desks.size >= MAX_READERS) return;
    this.#impatience = setTimeout(() => {
      if (this.#isStopped || this.#waiting.length === 0) return;
      this.#open();
      this.#hand();
    }, PATIENCE_MS);
  }

  #give(desk: Desk, job: Job): void {
    clearTimeout(desk.idle);
    this.#lastId += 1;
    desk.jobs.set(this.#lastId, job);
    desk.reader.send({ id: this.#lastId, path: job.path, content: job.content });
    if (desk.jobs.size === 1 && desk.reader.isReady) desk.reader.expect();
  }

  #open(): Desk {
    const desk: Desk = { reader: new Reader(this.limits, (answer) => this.#answered(desk, answer)), jobs: new Map() };
    this.#desks.add(desk);
    void desk.reader.ready.then(() => {
      if (desk.jobs.size > 0) desk.reader.expect();
    });
    void desk.reader.ended.then((how) => this.#ended(desk, how));
    return desk;
  }

  #answered(desk: Desk, answer: GateAnswer): void {
    const job = desk.jobs.get(answer.id);
    desk.jobs.delete(answer.id);
    job?.done.resolve(readingOf(answer));
    this.#hand();
    if (desk.jobs.size > 0) {
      desk.reader.expect();
      return;
    }
    desk.reader.expectNothing();
    if (this.#desks.size > 1) desk.idle = setTimeout(() => void desk.reader.stop(), IDLE_MS).unref();
  }

  /** The file that was being read is to blame, the others are not. */
  #ended(desk: Desk, how: string): void {
    clearTimeout(desk.idle);
    this.#desks.delete(desk);
    const [first, ...others] = desk.jobs.values();
    const left = first && this.#blame(first, desk.reader.isReady, how) ? others : [...desk.jobs.values()];
    this.#waiting.unshift(...left);
    if (!this.#isStopped && desk.reader.isReady) {
      this.warm();
      this.#hand();
      return;
    }
    // A reader that cannot begin is not tried again and again; others go on where there are any.
    if (!this.#isStopped && this.#desks.size > 0) return;
    const gone = new GateUnavailable(this.#isStopped ? 'the service is stopping.' : `the reader ended (${how}).`);
    for (const job of this.#waiting.splice(0)) job.done.reject(gone);
  }

  /** Whether that was the last try: then the file is refused. */
  #blame(job: Job, wasReady: boolean, how: string): boolean {
    if (!wasReady || this.#isStopped) return false;
    job.tries += 1;
    if (job.tries < MAX_TRIES) return false;
    const why = `it cannot be read (${how}); make it smaller, simpler and less deeply nested`;
    job.done.resolve({ refusal: { why, more: [] } });
    return true;
  }
}

function readingOf(answer: GateAnswer): Reading {
  if ('refusal' in answer) return { refusal: answer.refusal };
  const { facts, content } = answer;
  return { ...(facts && { facts }), ...(content && { content: Buffer.from(content) }) };
}
