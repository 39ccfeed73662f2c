/** Consecutive messages, ready to be written to a socket. */
export interface Slice {
  readonly bytes: Buffer;
  /** The last message's seq: the cursor of a viewer that has received the slice. */
  readonly upTo: number;
}

interface Segment {
  readonly firstSeq: number;
  readonly bytes: Buffer;
  /** Where each of its messages ends. */
  readonly ends: number[];
  used: number;
}

const SMALLEST_SEGMENT_BYTES = 8 * 1024;
const LARGEST_SEGMENT_BYTES = 64 * 1024;

/**
 * A project's newest messages, each encoded once. Written bytes never change, so one slice of this memory can go to any
 * number of viewers without copying, with several messages in one write.
 */
export class MessageLog {
  readonly #segments: Segment[] = [];
  #head = 0;

  /** @param kept at least this many of the newest messages are kept; older ones are dropped, one piece of memory at a time */
  constructor(private readonly kept = Infinity) {}

  /** The first message will have seq `head + 1`; call this before there is one. */
  begin(head: number): void {
    this.#head = head;
  }

  /** The last message's seq; 0 before the first. */
  get head(): number {
    return this.#head;
  }

  /** Appends the framed message with seq `head + 1`. */
  append(frame: Buffer): void {
    const segment = this.#segmentWithRoomFor(frame.length);
    segment.used += frame.copy(segment.bytes, segment.used);
    segment.ends.push(segment.used);
    this.#head += 1;
    this.#forget();
  }

  /** Some of the messages after `cursor`, at most about 64 kB; `undefined` if there are none. */
  after(cursor: number): Slice | 'forgotten' | undefined {
    if (cursor >= this.#head) return undefined;
    const segment = this.#segments.findLast(({ firstSeq }) => firstSeq <= cursor + 1);
    if (!segment) return 'forgotten';
    const { firstSeq, bytes, ends, used } = segment;
    const start = ends[cursor - firstSeq] ?? 0;
    return { bytes: bytes.subarray(start, used), upTo: firstSeq + ends.length - 1 };
  }

  #forget(): void {
    const [oldest, next] = this.#segments;
    if (oldest && next && next.firstSeq <= this.#head - this.kept + 1) this.#segments.shift();
  }

  #segmentWithRoomFor(bytes: number): Segment {
    const last = this.#segments.at(-1);
    if (last && last.bytes.length - last.used >= bytes) return last;
    const grown = Math.min(LARGEST_SEGMENT_BYTES, (last?.bytes.length ?? 0) * 2);
    const memory = Buffer.allocUnsafeSlow(Math.max(SMALLEST_SEGMENT_BYTES, grown, bytes));
    const segment = { firstSeq: this.#head + 1, bytes: memory, ends: [], used: 0 };
    this.#segments.push(segment);
    return segment;
  }
}
